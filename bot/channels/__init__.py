"""The ways in: web, terminal, lines for other programs. A channel translates; it decides nothing."""
