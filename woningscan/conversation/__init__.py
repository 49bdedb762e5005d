"""A conversation: its memory, what is said, what a message asks for, and what comes next."""
