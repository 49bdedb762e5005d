"""The commands `woningscan staff …`. Links go to standard output: hand one over in person, it makes an account."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import Settings
from bot.store.staff.roles import Role, StaffStatus

if TYPE_CHECKING:
    from bot.store.staff.accounts import Staff

staff = typer.Typer(no_args_is_help=True, help="The secretariat's staff: who may log in to the console.")


class RoleOption(StrEnum):
    """The words of the option, and of the list."""

    medewerker = "medewerker"
    beheerder = "beheerder"


_ROLES = {RoleOption.medewerker: Role.MEMBER, RoleOption.beheerder: Role.ADMINISTRATOR}
_ROLE_WORDS = {role: word.value for word, role in _ROLES.items()}
_STATUS_WORDS = {StaffStatus.INVITED: "uitgenodigd", StaffStatus.ACTIVE: "actief", StaffStatus.DISABLED: "uit"}

Name = Annotated[str, typer.Argument(metavar="NAME", help="login name: letters, digits, dots, dashes, underscores")]


@staff.command()
def add(
    name: Name, role: Annotated[RoleOption, typer.Option(help="what this member may do")] = RoleOption.medewerker
) -> None:
    """Invite a member: prints a one-time link with which the account is set up within 24 hours."""
    with _members() as (members, settings):
        _give(settings, members.add(name, _ROLES[role], datetime.now(UTC)))


@staff.command("list")
def list_members() -> None:
    """Who there is: lines of JSON with name, role, status and the number of recovery codes left."""
    from bot.commands.lines import write_line

    with _members() as (members, _):
        for member in members.members():
            write_line(
                {
                    "naam": member.name,
                    "rol": _ROLE_WORDS[member.role],
                    "status": _STATUS_WORDS[member.status],
                    "herstelcodes": member.recovery_codes,
                }
                | {"kenmerk": member.id, "sinds": member.created_at.isoformat()}
            )


@staff.command()
def disable(name: Name) -> None:
    """End a membership: all sessions end at once, and the passphrase, phone and recovery codes do not work any more."""
    with _members() as (members, _):
        members.disable(name, datetime.now(UTC))
        typer.echo("Disabled; all sessions are ended.", err=True)


@staff.command()
def reset(name: Name) -> None:
    """Let a member begin again, after a lost phone or passphrase: prints a new one-time link."""
    with _members() as (members, settings):
        _give(settings, members.reset(name, datetime.now(UTC)))


@contextmanager
def _members() -> Iterator[tuple[Staff, Settings]]:
    from bot.making import make_store

    settings = Settings()
    store = make_store(settings)
    try:
        yield store.staff, settings
    finally:
        store.close()


def _give(settings: Settings, token: str) -> None:
    typer.echo("Give this link to the member only. It works for 24 hours, until the account is set up:", err=True)
    typer.echo(f"{settings.public_url.rstrip('/')}/secretariaat/instellen/{token}")
