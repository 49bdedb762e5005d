"""Commands of the operator: what to remove, keys, the audit log. Lines of JSON on standard output, no content."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.store import Store
    from bot.store.audit import AuditSummary

_DOUBTS = {"back": "terug", "ahead": "vooruit", "corrected": "bijgesteld", "too_much": "veel"}
keys = typer.Typer(no_args_is_help=True, help="Master keys.")
audit = typer.Typer(no_args_is_help=True, help="The audit log.")


def add_to(app: typer.Typer) -> None:
    app.add_typer(keys, name="keys")
    app.add_typer(audit, name="audit")
    app.command()(retention)
    app.command()(erase)


def retention(
    confirm: Annotated[
        bool, typer.Option("--confirm", help="the clock is right, and what is past its time may go, however much it is")
    ] = False,
) -> None:
    """Remove now what is past its time, and say how many of each. The status is not 0 when nothing may be removed."""
    from bot.making import make_bounds, make_limits
    from bot.store.base import clock_guard
    from bot.store.retention import Held, sweep, sweep_with_care

    settings = Settings()
    settings.refuse_unsafe()
    limits, now = make_limits(settings), _now()
    with _open(settings) as store:
        if confirm:
            clock_guard.confirm(store.database, now)
            _line(asdict(sweep(store.database, now, limits)))
            return
        guard = clock_guard.ClockGuard()
        try:
            swept = sweep_with_care(store.database, guard, now, limits, make_bounds(settings))
        except Held as held:
            _line({"niets_gewist": _DOUBTS[held.doubt.value]})
            raise SystemExit("nothing removed: look at the clock, then use --confirm if it is right") from None
        _line(asdict(swept))


def erase(
    reference: Annotated[str, typer.Argument(help="the reference of a request, WS-...")] = "",
    conversation_token: Annotated[
        str, typer.Option("--conversation-token", help="the token of a conversation; - reads it from standard input")
    ] = "",
) -> None:
    """Erase the personal data of one request, or one conversation."""
    if bool(reference) == bool(conversation_token):
        raise SystemExit("give a reference or --conversation-token")
    from_input = conversation_token == "-"  # noqa: S105 - a sign to read it, so that it is in no list of processes
    token = sys.stdin.readline().strip() if from_input else conversation_token
    with _open(Settings()) as store:
        done = _erase_conversation(store, token) if token else _erase_request(store, reference)
    _line({"gewist": done})
    if not done:
        raise SystemExit("nothing to erase: unknown, or erased before")


@keys.command()
def rotate() -> None:
    """Wrap all data keys again with the first of the master keys. The status is not 0 when one does not open."""
    with _open(Settings()) as store:
        rotated = store.vault.rotate()
    _line({"opnieuw_verpakt": rotated.changed, "niet_te_openen": list(rotated.failed)})
    if rotated.failed:
        raise SystemExit("not all keys could be wrapped again: keep the old master key")


@keys.command()
def new(key_id: Annotated[str, typer.Argument(help="a name for the key, such as k2")]) -> None:
    """Make a master key and print it as WONINGSCAN_KEYS wants it. It is kept nowhere."""
    from bot.store import KeyRing

    typer.echo(KeyRing.generate(key_id).to_text())


@audit.command()
def verify(
    noted: Annotated[str, typer.Option(help="what an earlier count gave, as rows:head, to compare with")] = "",
) -> None:
    """Recount the audit log, and look whether every other row is as it was written: who changed, moved or inserted one
    without the keys is seen. Names each row that is wrong. The status is not 0 then."""
    from bot.store import AuditBroken, row_check
    from bot.store import audit as log

    expected = _summary(noted) if noted else None
    with _open(Settings()) as store:
        wrong = row_check.wrong_rows(store.database, store.vault)
        for row in wrong:
            _line({"klopt": False, "tabel": row.table, "rij": row.id})
        try:
            counted = log.verify(store.database, expected)
        except AuditBroken as broken:
            _line({"klopt": False, "eerste_fout": broken.seq})
            raise
    _line({"klopt": not wrong, "rijen": counted.rows, "laatste": counted.head})
    if wrong:
        raise SystemExit(f"{len(wrong)} rows are not as they were written")


@audit.command("list")
def list_entries(
    about: Annotated[str, typer.Option(help="only of this reference or id")] = "",
    actor: Annotated[str, typer.Option(help="only by this id, or visitor, unproven, system, operator, nobody")] = "",
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="how many, the newest first")] = 100,
) -> None:
    """Who did what, the newest first: lines of JSON without content. The ids are those of `staff list`."""
    from bot.store import audit as log

    with _open(Settings()) as store:
        for entry in log.entries(store.database, limit, log.Wanted(about, actor)):
            row = {"nummer": entry.seq, "tijd": entry.at.isoformat(), "wie": entry.actor}
            _line(row | {"wat": entry.action, "waarover": entry.object})


def _summary(noted: str) -> AuditSummary:
    from bot.store.audit import AuditSummary

    rows, _, head = noted.partition(":")
    if not rows.isdigit() or len(head) != 64:
        raise SystemExit("write --noted as rows:head, the two values of an earlier count")
    return AuditSummary(int(rows), head)


def _erase_request(store: Store, reference: str) -> bool:
    from bot.store import audit as audit_log

    return store.requests.erase(reference, actor=audit_log.OPERATOR, now=_now())


def _erase_conversation(store: Store, token: str) -> bool:
    from bot.store import audit as audit_log

    stored = store.conversations.load(token)
    return stored is not None and store.conversations.erase(stored.id, now=_now(), actor=audit_log.OPERATOR)


@contextmanager
def _open(settings: Settings) -> Iterator[Store]:
    from bot.making import make_store

    store = make_store(settings)
    try:
        yield store
    finally:
        store.close()


def _line(values: dict[str, object]) -> None:
    typer.echo(json.dumps(values, ensure_ascii=False))


def _now() -> datetime:
    return datetime.now(UTC)
