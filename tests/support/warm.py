"""What every app of the tests loads at its start; processes that are forked from one that has it start at once."""

from __future__ import annotations

from bot.reader.encoder import packaged_encoder
from bot.settings import Settings
from woningscan.content import load_content

load_content(Settings().content_dir)
packaged_encoder()
