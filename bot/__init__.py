"""The app: channels, gate, turn, stores, mail and the command line around the core; it owns all data."""
