"""Pages behind one-time links of a conversation: the plan, also as a PDF, and all that is kept of it."""
