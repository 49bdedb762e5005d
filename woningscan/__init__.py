"""The core: what the assistant knows and decides. Pure Python: no I/O but loading content, no Rasa, no web."""
