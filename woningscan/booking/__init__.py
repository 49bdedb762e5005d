"""Requests to the CCV: a woningscan, or to be called back."""
