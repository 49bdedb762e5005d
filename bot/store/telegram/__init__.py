"""The Telegram channel's memory."""
