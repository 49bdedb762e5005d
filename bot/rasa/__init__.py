"""The Rasa engine from outside: its client, and the process that the app watches."""
