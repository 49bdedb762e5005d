"""A reader of whole sentences beside the word-based threat check: a small encoder, tuned on ``data/threat``."""

from bot.reader.reader import ReaderProblem, SentenceReader, packaged_reader

__all__ = ["ReaderProblem", "SentenceReader", "packaged_reader"]
