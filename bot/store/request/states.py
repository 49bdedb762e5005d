"""What a request is, and what may happen to it, as one table: an action and the state before give the state after."""

from __future__ import annotations

from enum import StrEnum

from woningscan.request.form import CALL_BACK, SCAN_VISIT


class RequestKind(StrEnum):
    SCAN_VISIT = "scan_visit"
    CALL_BACK = "call_back"

    @property
    def word(self) -> str:
        """What the content, the core's effects and the names of templates call it."""
        return _WORDS[self]

    @classmethod
    def of_word(cls, word: object) -> RequestKind:
        """Raises ValueError for a word that is none of theirs."""
        for kind in cls:
            if kind.word == word:
                return kind
        raise ValueError("unknown kind of request")


_WORDS = {RequestKind.SCAN_VISIT: SCAN_VISIT, RequestKind.CALL_BACK: CALL_BACK}


class RequestStatus(StrEnum):
    NEW = "new"
    CLAIMED = "claimed"
    VISIT = "visit"
    FINISHED = "finished"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """Also the name in the audit log, after `request.`."""

    CLAIM = "claim"
    RELEASE = "release"
    SEEN = "seen"
    NOTE = "note"
    NOT_REACHED = "not_reached"
    HAND_OVER = "hand_over"
    REMIND = "remind"
    NO_REMINDER = "no_reminder"
    REOPEN = "reopen"
    PLAN = "plan"
    MOVE = "move"
    CALL_OFF = "call_off"
    FINISH = "finish"
    LAPSE = "lapse"
    WITHDRAW = "withdraw"
    CHANGE = "change"
    CORRECT = "correct"
    ASK_WITHDRAWAL = "ask_withdrawal"


class VisitStatus(StrEnum):
    PLANNED = "planned"
    CALLED_OFF = "called_off"


class AccessStage(StrEnum):
    """The official's way in: a link that works once, and the short session that it opens."""

    LINK = "link"
    SESSION = "session"


NEW, CLAIMED, VISIT = OPEN = (RequestStatus.NEW, RequestStatus.CLAIMED, RequestStatus.VISIT)
CLOSED = (RequestStatus.FINISHED, RequestStatus.LAPSED, RequestStatus.WITHDRAWN)
RECORDING = (Action.NOTE, Action.NOT_REACHED, Action.HAND_OVER, Action.REMIND, Action.NO_REMINDER)
"""What changes no state: what the holder wrote down, whose it is, and when to look at it again."""

TRANSITIONS: dict[tuple[Action, RequestStatus], RequestStatus] = {
    # The secretariat. Claiming a request with a visit takes it over from who gave it back.
    (Action.CLAIM, NEW): CLAIMED,
    (Action.CLAIM, VISIT): VISIT,
    (Action.RELEASE, CLAIMED): NEW,
    (Action.RELEASE, VISIT): VISIT,
    (Action.SEEN, CLAIMED): CLAIMED,
    (Action.SEEN, VISIT): VISIT,
    **{(action, state): state for action in RECORDING for state in (CLAIMED, VISIT)},
    (Action.PLAN, CLAIMED): VISIT,
    (Action.MOVE, VISIT): VISIT,
    (Action.CALL_OFF, VISIT): CLAIMED,
    (Action.CORRECT, CLAIMED): CLAIMED,
    (Action.CORRECT, VISIT): VISIT,
    (Action.FINISH, CLAIMED): RequestStatus.FINISHED,
    (Action.FINISH, VISIT): RequestStatus.FINISHED,
    (Action.LAPSE, CLAIMED): RequestStatus.LAPSED,
    (Action.LAPSE, VISIT): RequestStatus.LAPSED,
    (Action.REOPEN, RequestStatus.FINISHED): CLAIMED,
    (Action.REOPEN, RequestStatus.LAPSED): CLAIMED,
    # The official.
    **{(Action.WITHDRAW, state): RequestStatus.WITHDRAWN for state in OPEN},
    **{(Action.CHANGE, state): state for state in OPEN},
    # Somebody who knows the reference and nothing more: staff sees it, nothing changes.
    **{(Action.ASK_WITHDRAWAL, state): state for state in OPEN},
}


def after(action: Action, state: RequestStatus) -> RequestStatus | None:
    """The state after the action, or None when it is not allowed in this state."""
    return TRANSITIONS.get((action, state))


def waits(state: RequestStatus, holder: str | None) -> bool:
    """Whether a request is in nobody's hands: new, or given back with a visit ahead."""
    return state is NEW or (state is VISIT and holder is None)
