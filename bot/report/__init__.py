"""The plan as a page: opened once, by a press of a button, with nothing in it that says whose it is."""
