"""The scan as plain pages, without scripts."""

from bot.channels.base import Channel

CHANNEL = Channel("plain", live=True)
