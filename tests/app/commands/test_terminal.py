"""The conversation in a terminal, with its input from a pipe."""

from __future__ import annotations

from bot.commands.terminal import _incoming
from tests.support.commands import Command
from woningscan.conversation.reply import Choice
from woningscan.reading.incoming import Incoming


def test_numbers_press_buttons_and_the_rest_is_text(run_command: Command, engine: dict[str, str]) -> None:
    """Begin, press a number, type an answer, erase everything, begin anew, and end with the input."""
    typed = ["1", "raadslid", "wis mijn gegevens", "ja", "1", "9" * 5000, "\u0000", "hallo"]
    ended = run_command("talk", stdin="\n".join(typed).encode(), **engine)
    told = ended.output.decode()
    assert ended.returncode == 0, ended.errors
    assert b"Traceback" not in ended.errors
    assert "[1] " in told
    assert told.count("chatbot") >= 2


def test_input_that_is_no_utf8_does_not_end_it(run_command: Command, engine: dict[str, str]) -> None:
    ended = run_command("talk", stdin=b"1\n\xff\xfe\nraadslid\n", PYTHONIOENCODING="utf-8:strict", **engine)
    assert ended.returncode == 0, ended.errors
    assert b"Traceback" not in ended.errors


def test_which_input_presses_a_button() -> None:
    choices = [Choice("a", "A"), Choice("b", "B")]
    assert _incoming("2", choices) == Incoming(choice="b")
    assert _incoming(" 1 ", choices) == Incoming(choice="a")
    for typed in ("0", "3", "-1", "1.", "een", "", "²", "9" * 5000):
        assert _incoming(typed, choices) == Incoming(text=typed)
