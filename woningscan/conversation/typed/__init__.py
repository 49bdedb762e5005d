"""What a typed text without danger is, and what is done with it (docs/begrip.md)."""
