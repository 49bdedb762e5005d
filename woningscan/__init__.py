"""The core: what the assistant knows and decides. Pure Python, no I/O beyond loading content, no Rasa, no web, no database."""
