"""What is mutated, and with which tests: those next to the module, the quickest that ask everything of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """`chosen` is pytest's `-k`: no test of these needs another process, or a database that is no file."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    chosen: str = "not postgresql"


TARGETS = {
    "gate": Target(
        ("woningscan.conversation.gate",),
        tuple(f"tests/app/turn/test_{name}.py" for name in ("who_a_message_is_for", "gate", "gate_order")),
    ),
    "safety": Target(
        tuple(
            f"woningscan.safety.{name}"
            for name in ("triage", "routes", "check_question", "distress", "news", "speaking", "response", "doubt")
        ),
        ("tests/core/safety", "tests/core/conversation", "tests/core/request/test_safety_first.py"),
    ),
    "vault": Target(
        ("bot.store.base.vault",),
        tuple(f"tests/app/store/test_{name}.py" for name in ("vault", "keys")),
    ),
    "sessions": Target(("bot.store.staff.sessions",), ("tests/app/store/staff/test_sessions.py",)),
    "effects": Target(
        ("bot.store.effects", "bot.turn.agreement", "woningscan.conversation.effects"),
        (
            "tests/app/store/conversation",
            "tests/app/store/request/test_withdrawals.py",
            "tests/app/store/test_reports.py",
            "tests/app/turn/chat/test_live_chat.py",
            "tests/app/turn/chat/test_filing.py",
            "tests/app/turn/test_agreement.py",
            "tests/app/rasa/test_untrusted_engine.py",
        ),
    ),
}
