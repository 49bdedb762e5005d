"""Patterns on plain words (see ``plain_words.py``), each certain when it matches: data, no logic."""
