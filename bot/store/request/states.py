"""What may happen to a request, as one table: the action and the state it is in give the state it is in afterwards."""

from __future__ import annotations

CLAIM, RELEASE, SEEN = "oppakken", "teruggeven", "gezien"
PLAN, MOVE, CALL_OFF = "plannen", "verzetten", "afzeggen"
FINISH, LAPSE = "afhandelen", "vervallen"
WITHDRAW, CHANGE = "intrekken", "wijzigen"
ASK_WITHDRAWAL = "intrekverzoek"

NEW, CLAIMED, VISIT = "nieuw", "opgepakt", "afspraak"
OPEN = (NEW, CLAIMED, VISIT)
CLOSED = ("afgehandeld", "vervallen", "geannuleerd")

TRANSITIONS: dict[tuple[str, str], str] = {
    # The secretariat. Claiming a request with a visit takes it over from who gave it back.
    (CLAIM, NEW): CLAIMED,
    (CLAIM, VISIT): VISIT,
    (RELEASE, CLAIMED): NEW,
    (RELEASE, VISIT): VISIT,
    (SEEN, CLAIMED): CLAIMED,
    (SEEN, VISIT): VISIT,
    (PLAN, CLAIMED): VISIT,
    (MOVE, VISIT): VISIT,
    (CALL_OFF, VISIT): CLAIMED,
    (FINISH, CLAIMED): "afgehandeld",
    (FINISH, VISIT): "afgehandeld",
    (LAPSE, CLAIMED): "vervallen",
    (LAPSE, VISIT): "vervallen",
    # The official.
    **{(WITHDRAW, state): "geannuleerd" for state in OPEN},
    **{(CHANGE, state): state for state in OPEN},
    # Somebody who knows the reference and nothing more: staff sees it, nothing changes.
    **{(ASK_WITHDRAWAL, state): state for state in OPEN},
}
ACTIONS = tuple(dict.fromkeys(action for action, _ in TRANSITIONS))
AUDITED = {
    CLAIM: "claim",
    RELEASE: "release",
    SEEN: "seen",
    PLAN: "visit_plan",
    MOVE: "visit_move",
    CALL_OFF: "visit_call_off",
    FINISH: "finish",
    LAPSE: "lapse",
    WITHDRAW: "cancel",
    CHANGE: "change",
    ASK_WITHDRAWAL: "cancel_asked",
}
"""The name of each action in the audit log."""


def after(action: str, state: str) -> str | None:
    """The state after the action, or None when it is not allowed in this state."""
    return TRANSITIONS.get((action, state))
