"""Which answer of the open question a typed text gives."""
