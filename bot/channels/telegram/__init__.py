"""The Telegram channel: updates in by webhook or polling, the same gate and turn as every channel, messages out.

`updates` reads what came in and `words` whose words it holds, `receiver` stores it, `handler` answers it, `rendering`
makes messages of replies and `sender` sends them. Nothing is kept in memory that a restart may not lose; `service` puts
the parts together.
"""

from bot.channels.base import Channel

CHANNEL = Channel("telegram", overheard=True, live=True)
