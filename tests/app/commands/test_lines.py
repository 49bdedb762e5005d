"""The commands for other programs: lines of JSON in, lines of JSON out, nothing else, and a failing status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.commands import Command, Ended

KNIFE = "er staat nu iemand met een mes in mijn huis"


def lines(*rows: Any) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def read(ended: Ended) -> list[dict[str, Any]]:
    """Every line on standard output, each of which must be JSON."""
    return [json.loads(line) for line in ended.output.splitlines()]


def test_triage(run_command: Command) -> None:
    rows = [
        {"id": 1, "tekst": KNIFE},
        {"id": "b", "tekst": "hallo"},
        {"id": 3, "tekst": ""},
        {"id": 4, "tekst": "\u0000"},
    ]
    ended = run_command("triage", "--jsonl", stdin=lines(*rows[:2]) + b"\n  \n" + lines(*rows[2:]))
    assert ended.returncode == 0
    found = read(ended)
    assert [row["id"] for row in found] == [1, "b", 3, 4]
    assert [row["actie"] for row in found] == ["route_acuut", "geen", "geen", "geen"]
    assert [row["niveau"] for row in found] == ["acuut", "geen", "geen", "geen"]
    assert [row["trap"] for row in found] == ["route", "niets", "niets", "niets"]
    assert all(set(row) == {"id", "niveau", "actie", "soort", "trap", "redenen"} for row in found)


def test_answer(run_here: Command) -> None:
    rows = [
        {"id": 1, "vraag": "rookmelders", "tekst": "ja hoor"},
        {"id": 2, "vraag": "T1", "tekst": "nee"},
        {"id": 3, "vraag": "rookmelders", "tekst": "wat kost dat"},
        {"id": 4, "vraag": "rookmelders", "tekst": KNIFE},
        {"id": 5, "vraag": "rookmelders", "tekst": ""},
    ]
    ended = run_here("answer", "--jsonl", stdin=b"\xef\xbb\xbf" + lines(*rows))
    assert ended.returncode == 0
    values = enumerate(["ja", "nee", None, None, None], 1)
    assert read(ended) == [{"id": i, "keuze": value, "zeker": value is not None} for i, value in values]


def test_half_a_surrogate_pair_comes_back_as_it_was(run_here: Command) -> None:
    ended = run_here("triage", "--jsonl", stdin=b'{"id": "\\ud800", "tekst": "\\udfff hallo \\u20ac"}\n')
    assert ended.returncode == 0
    assert read(ended)[0]["id"] == "\ud800"


BAD = [
    (b"geen json\n", b"line 1"),
    (b'{"id": 1, "tekst": "hallo"\n', b"line 1"),
    (lines({"id": 1, "tekst": "hallo"}) + b"{]\n", b"line 2"),
    (lines({"id": 1, "tekst": "hallo"}) + b"\n" + b'{"id": 2}\n', b"line 3"),
    (b"[]\n", b"line 1"),
    (b"null\n", b"line 1"),
    (b'"tekst"\n', b"line 1"),
    (b'{"id": 1, "tekst": 5}\n', b"line 1"),
    (b'{"id": 1, "tekst": null}\n', b"line 1"),
    (b'{"tekst": "\xff"}\n', b"line 1"),
    (b"[" * 100_000 + b"\n", b"line 1"),
]


@pytest.mark.parametrize(("stdin", "named"), BAD)
def test_a_bad_line_ends_with_its_number(run_here: Command, stdin: bytes, named: bytes) -> None:
    ended = run_here("triage", "--jsonl", stdin=stdin)
    assert ended.returncode == 1
    assert named in ended.errors
    assert b"Traceback" not in ended.errors
    assert b"hallo" not in ended.errors
    assert len(read(ended)) == (1 if b"hallo" in stdin and stdin.count(b"\n") > 1 else 0)


def test_an_unknown_question_ends_the_command(run_here: Command) -> None:
    rows = [{"id": 1, "vraag": "rookmelders", "tekst": "ja"}, {"id": "x2", "vraag": "bestaat_niet", "tekst": "ja"}]
    ended = run_here("answer", "--jsonl", stdin=lines(*rows))
    assert (ended.returncode, len(read(ended))) == (1, 1)
    assert b"x2" in ended.errors and b"Traceback" not in ended.errors


@pytest.mark.parametrize("command", ["triage", "answer", "nlu", "converse"])
def test_a_command_for_lines_says_that_it_reads_them(run_here: Command, command: str) -> None:
    ended = run_here(command)
    assert (ended.returncode, ended.output) == (1, b"")
    assert b"--jsonl" in ended.errors


def test_check(run_here: Command, tmp_path: Path) -> None:
    ended = run_here("check")
    assert (ended.returncode, ended.output) == (0, b"")
    broken = run_here("check", WONINGSCAN_CONTENT_DIR=str(tmp_path / "weg"))
    assert (broken.returncode, broken.output) == (1, b"")
    assert broken.errors and b"Traceback" not in broken.errors


def test_outbox(run_command: Command, run_here: Command) -> None:
    empty = {"wacht": 0, "verzonden": 0, "mislukt": 0, "oudste": None}
    ended = run_here("outbox")
    assert (ended.returncode, read(ended)) == (0, [empty])
    delivered = run_command("outbox", "--deliver")
    assert delivered.returncode == 0
    assert read(delivered) == [{"verzonden": 0, "opnieuw": 0, "mislukt": 0}, empty]


@pytest.mark.parametrize("url", ["sqlite:///{folder}/bestand/scan.db", "sqlite:///{folder}", "mysql://elders/scan"])
def test_outbox_without_a_usable_database(run_here: Command, tmp_path: Path, url: str) -> None:
    (tmp_path / "bestand").write_text("geen map")
    ended = run_here("outbox", WONINGSCAN_DATABASE_URL=url.format(folder=tmp_path))
    assert (ended.returncode, ended.output) == (1, b"")
    assert ended.errors and b"Traceback" not in ended.errors


def test_nlu(run_here: Command, engine: dict[str, str]) -> None:
    rows = [{"id": 1, "tekst": "wat kost het?"}, {"id": 2, "tekst": "/restart"}, {"id": 3, "tekst": ""}]
    ended = run_here("nlu", "--jsonl", stdin=lines(*rows), **engine)
    assert ended.returncode == 0
    found = read(ended)
    assert [row["id"] for row in found] == [1, 2, 3]
    assert found[0]["intent"] == "ask_costs"
    assert all(0 <= row["confidence"] <= 1 for row in found)


def test_converse(run_command: Command, engine: dict[str, str]) -> None:
    rows = [
        {"conversation": "a", "keuze": "Zelfscan beginnen"},
        {"conversation": "b", "tekst": KNIFE},
        {"conversation": "a", "tekst": "raadslid", "id": 7},
        {"conversation": "a", "tekst": "raadslid", "id": 7},
        {"conversation": "a", "keuze": "antwoord:gevaar_nu=nee"},
        {"conversation": "c"},
    ]
    ended = run_command("converse", "--jsonl", stdin=lines(*rows), **engine)
    assert ended.returncode == 0, ended.errors
    found = [(row["conversation"], [reply["id"] for reply in row["replies"]]) for row in read(ended)]
    opening = ["opening.chatbot", "opening.welcome"]
    assert found == [
        ("a", [*opening, "scan.ask.functie"]),
        ("b", ["threat.route.acuut", "threat.route.acuut.steps"]),
        ("a", ["scan.ask.gevaar_nu"]),
        ("a", ["scan.ask.gevaar_nu"]),
        ("a", ["scan.ask.voorval"]),
        ("c", [*opening, "gate.empty", "opening.welcome"]),
    ]
    choices = read(ended)[2]["replies"][0]["keuzes"]
    assert {"id": "antwoord:gevaar_nu=nee", "label": "Nee"} in choices


def test_a_bad_line_ends_a_conversation_with_a_failing_status(run_here: Command, engine: dict[str, str]) -> None:
    stdin = lines({"conversation": "a", "tekst": "hallo"}) + b'{"tekst": "hallo"}\n'
    ended = run_here("converse", "--jsonl", stdin=stdin, **engine)
    assert (ended.returncode, len(read(ended))) == (1, 1)
    assert b"line 2" in ended.errors and b"Traceback" not in ended.errors
