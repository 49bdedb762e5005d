"""The scan as plain pages, without scripts."""
