"""One request as the secretariat sees it, and why an act on it was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.base import set_aside
from bot.store.base.errors import Unreadable
from bot.store.base.vault import Vault
from bot.store.mail.kinds import VISIT_KINDS
from bot.store.mail.models import OutboxRow
from bot.store.mail.outbox import official_address
from bot.store.queue import QueueStatus
from bot.store.request import escalation, log, lookups, notes, states, visits
from bot.store.request import fields as request_fields
from bot.store.request.escalation import Escalated
from bot.store.request.log import Event
from bot.store.request.models import Request
from bot.store.request.states import Action, RequestKind, RequestStatus
from bot.store.request.visits import Visit

Reason = Literal[
    "gone", "held", "not_yours", "closed", "changed", "visit_ahead", "not_now", "too_late", "empty", "nobody", "erased"
]


@dataclass(frozen=True)
class Refusal:
    """Why nothing was done. `holder` is the staff id of who holds the case."""

    reason: Reason
    holder: str | None = None


@dataclass(frozen=True)
class Case:
    """One request with all that is known of it. `fields` is None when its personal data was erased, or cannot be read:
    then it is `broken`.

    `others`: the references of other requests with the same number or mail address. `visit_mail`: the state of the last
    mail about the visit, None without one.
    """

    reference: str
    kind: RequestKind
    status: RequestStatus
    urgent: bool
    fields: dict[str, str] | None = field(repr=False)
    owner_id: str | None
    claimed_at: datetime | None
    look_again_on: date | None
    version: int
    created_at: datetime
    history: tuple[Event, ...]
    visit: Visit | None
    visit_mail: QueueStatus | None
    escalated: Escalated | None
    broken: bool = False
    others: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.status in states.OPEN

    @property
    def can_reopen(self) -> bool:
        """Whether its end may still be undone, as far as its state tells."""
        return self.fields is not None and states.after(Action.REOPEN, self.status) is not None

    @property
    def has_address(self) -> bool:
        return official_address(self.fields) is not None

    @property
    def change_unseen(self) -> bool:
        """Whether the official changed something that nobody said to have seen."""
        acts = [event.action for event in self.history if event.action != Action.ASK_WITHDRAWAL]
        return self.is_open and bool(acts) and acts[-1] == Action.CHANGE

    @property
    def withdrawal_asked(self) -> bool:
        """Whether somebody unproven asked to withdraw it, and nobody said to have seen that."""
        acts = [event.action for event in self.history]
        seen = len(acts) - acts[::-1].index(Action.SEEN) if Action.SEEN in acts else 0
        return self.is_open and Action.ASK_WITHDRAWAL in acts[seen:]


def read_case(session: Session, vault: Vault, row: Request, now: datetime) -> Case:
    """The case of a locked row. What cannot be read of it is left out, and noted.

    Raises ValueError or TypeError where a value in its history is none of its kind.
    """
    last_mail = (
        select(OutboxRow.status)
        .where(OutboxRow.request_id == row.id, OutboxRow.kind.in_(VISIT_KINDS))
        .order_by(OutboxRow.round.desc())
        .limit(1)
    )
    fields = visit = broken = None
    history: tuple[Event, ...] = ()
    try:
        history = log.history(session, row)
        fields = request_fields.read(session, vault, row)
        visit = visits.read(session, vault, row)
        history = log.history(session, row, notes.read(session, vault, row))
    except Unreadable as error:
        broken = error
    if broken is None:
        set_aside.clear(session, "request", row.id)
    else:
        set_aside.note(session, "request", row.id, broken, now)
    return Case(
        reference=row.reference,
        kind=row.kind,
        status=row.status,
        urgent=row.urgent,
        fields=fields,
        owner_id=row.owner_id,
        claimed_at=row.claimed_at,
        look_again_on=row.look_again_on,
        version=row.version,
        created_at=row.created_at,
        history=history,
        visit=visit,
        visit_mail=session.scalars(last_mail).one_or_none(),
        escalated=escalation.state_of(session, row.reference),
        broken=broken is not None,
        others=lookups.others_of(session, vault, row, fields or {}),
    )


def readable_visit(session: Session, vault: Vault, row: Request) -> Visit | None:
    """The visit; None as well when it cannot be read: a case that is broken can still be ended."""
    try:
        return visits.read(session, vault, row)
    except Unreadable:
        return None
