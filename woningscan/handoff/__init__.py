"""Handing over to people: the CCV's secretariat, honestly about when it answers."""
