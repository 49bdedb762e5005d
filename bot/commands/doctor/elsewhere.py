"""What other programs have to do for the assistant: the engine, the mail server, Telegram. No mail is sent."""

from __future__ import annotations

from datetime import UTC, datetime

from telegram.error import TelegramError

from bot.channels.telegram.introduction import fails_now
from bot.channels.telegram.service import make_bot, webhook_address
from bot.commands.doctor.findings import Finding
from bot.commands.session_runner import running_engine
from bot.mail.transport import SmtpTransport, TemporaryFailure
from bot.making import make_transport
from bot.rasa.answer import EngineUnavailable
from bot.rasa.process import EngineNotStarted
from bot.settings import Settings
from bot.store import UnsafeSettings

ENGINE, MAIL, TELEGRAM = "motor", "mail", "telegram"


async def look_at_engine(settings: Settings) -> Finding:
    """A turn, through the engine these settings name or one that is started for it."""
    try:
        async with running_engine(settings) as engine:
            turn = await engine.turn({}, choice="help")
    except EngineNotStarted as problem:
        missing = not settings.engine_python.exists()
        return Finding(ENGINE, "engine.environment" if missing else "engine.not_started", (str(problem),))
    except EngineUnavailable as error:
        return Finding(ENGINE, "engine.silent", (str(error),))
    return Finding(ENGINE) if turn.replies else Finding(ENGINE, "engine.silent")


def look_at_mail(settings: Settings) -> Finding:
    try:
        transport = make_transport(settings)
        if not isinstance(transport, SmtpTransport):
            return Finding(MAIL, details=(f"geen mailserver: mail komt in {settings.data_dir / 'mail'}",))
        transport.prove_reachable()
    except (TemporaryFailure, UnsafeSettings) as error:
        return Finding(MAIL, "mail", (str(error),))
    return Finding(MAIL)


async def look_at_telegram(settings: Settings) -> Finding | None:
    """None where there is no bot. Whether the bot is known, and where Telegram brings what is written to it."""
    if not settings.telegram_token:
        return None
    url = "" if settings.telegram_polls else webhook_address(settings)
    bot = make_bot(settings)
    try:
        async with bot:
            known = await bot.get_webhook_info()
    except TelegramError as error:
        return Finding(TELEGRAM, "bot.away", (type(error).__name__,))
    if known.url != url:
        return Finding(TELEGRAM, "bot.elsewhere")
    if fails_now(known, datetime.now(UTC)):
        return Finding(TELEGRAM, "bot.fails", (f"{known.pending_update_count} berichten wachten",))
    return Finding(TELEGRAM)
