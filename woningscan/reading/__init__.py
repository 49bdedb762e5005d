"""What a text means: danger, an answer, a command."""
