"""A reader of whole sentences beside the word-based threat check: a small encoder, tuned on ``data/threat``."""

from bot.reader.reader import ReaderProblem, SentenceReader, packaged_reader
from bot.reader.threat_check import read

__all__ = ["ReaderProblem", "SentenceReader", "packaged_reader", "read"]
