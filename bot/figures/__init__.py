"""Counts without persons: what is counted, and what of it may be published."""
