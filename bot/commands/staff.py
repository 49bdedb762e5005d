"""The commands `woningscan staff …`. Links go to standard output: hand one over in person, it makes an account."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.store.staff.accounts import Staff
    from bot.store.staff.roles import Role, StaffStatus

staff = typer.Typer(no_args_is_help=True, help="The secretariat's staff: who may log in to the console.")


class RoleOption(StrEnum):
    """The words of the option, and of the list."""

    medewerker = "medewerker"
    beheerder = "beheerder"


Name = Annotated[str, typer.Argument(metavar="NAME", help="login name: letters, digits, dots, dashes, underscores")]


@staff.command()
def add(
    name: Name, role: Annotated[RoleOption, typer.Option(help="what this member may do")] = RoleOption.medewerker
) -> None:
    """Invite a member: prints a one-time link with which the account is set up within 24 hours."""
    with _members() as (members, settings):
        _give(settings, members.add(name, _role_of(role), datetime.now(UTC)))


@staff.command("list")
def list_members() -> None:
    """Who there is: lines of JSON with name, role, status and the number of recovery codes left."""
    from bot.commands.lines import write_line

    with _members() as (members, _):
        for member in members.members():
            write_line(
                {
                    "naam": member.name,
                    "rol": _option_of(member.role).value,
                    "status": _word_of(member.status),
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


# The store is imported where it is used: it takes half of the time in which a command without it, as check, is done.


def _role_of(option: RoleOption) -> Role:
    from bot.store.staff.roles import Role

    return Role.ADMINISTRATOR if option is RoleOption.beheerder else Role.MEMBER


def _option_of(role: Role) -> RoleOption:
    return next(option for option in RoleOption if _role_of(option) is role)


def _word_of(status: StaffStatus) -> str:
    from bot.store.staff.roles import StaffStatus

    words = {StaffStatus.INVITED: "uitgenodigd", StaffStatus.ACTIVE: "actief", StaffStatus.DISABLED: "uit"}
    return words[status]


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
