"""Requests, what happens to them, visits, and how they are escalated."""
