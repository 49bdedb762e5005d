"""The official's own page of a request."""
