"""rasa-sdk adapters: what Rasa knows in, one call of the core, what the core says out. Nothing is decided here."""
