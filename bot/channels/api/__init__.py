"""The web API of the widget."""

from bot.channels.base import Channel

CHANNEL = Channel("web", live=True)
