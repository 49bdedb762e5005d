"""What a member of staff may do, how far an account and a session are, and what failed in an attempt to log in."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    MEMBER = "member"
    ADMINISTRATOR = "administrator"


class StaffStatus(StrEnum):
    INVITED = "invited"
    ACTIVE = "active"
    DISABLED = "disabled"


class SessionStage(StrEnum):
    """`SETUP`: somebody who is making a passphrase and nothing else."""

    SETUP = "setup"
    SIGNED_IN = "signed_in"


class AttemptKind(StrEnum):
    """`CODE`: the passphrase was right and the code was not."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a word for it
    CODE = "code"
