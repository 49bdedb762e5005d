"""What every app of the tests loads at its start; processes that are forked from one that has it start at once."""

from __future__ import annotations

from bot.reader import packaged_reader
from bot.settings import Settings
from woningscan.content import load_content

load_content(Settings().content_dir)
packaged_reader()
