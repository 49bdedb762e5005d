"""Members of staff: accounts, sign-in, sessions."""
