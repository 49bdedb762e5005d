"""The Rasa process: one turn as a function on a private address. It keeps nothing between turns."""
