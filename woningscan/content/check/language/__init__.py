"""How the texts are written: Dutch, formal, easy to read, typed answers that mean one thing."""
