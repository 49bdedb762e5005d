"""Requests and visits as the secretariat works on them."""
