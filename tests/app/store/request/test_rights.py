"""What is kept of a request is shown whole, put right and erased on both databases, each with its line in the log."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage

from bot.mail import MailComposer, deliver_due
from bot.store import Store, audit
from bot.store.request.holder import access
from bot.store.request.models import Request
from bot.store.request.states import AccessStage
from tests.support.request.requests import FIELDS, make_request


class Post:
    """Takes every mail."""

    def __init__(self) -> None:
        self.sent: list[EmailMessage] = []

    def send(self, message: EmailMessage) -> None:
        self.sent.append(message)


def session_of(store: Store, reference: str, now: datetime) -> str:
    with store.database.writing() as session:
        row = session.query(Request).filter_by(reference=reference).one()
        return access.add(session, store.vault, row.id, AccessStage.SESSION, now + access.SESSION_LIFETIME)


def acts(store: Store, count: int) -> list[str]:
    return [row.action for row in audit.entries(store.database, count)]


def test_the_owner_sees_changes_and_erases(store: Store, now: datetime):
    reference, other = make_request(store, at=now), make_request(store, at=now, naam="Een Ander")
    token = session_of(store, reference, now)
    kept = store.own_requests.everything(token, now)
    assert [row["fields"] for row in kept["request"]] == [FIELDS] and "Een Ander" not in str(kept)
    assert not any(name.endswith(("id", "hash", "binding")) for rows in kept.values() for row in rows for name in row)
    assert store.own_requests.change(token, {"naam": "P. Anders", "adres": "nergens"}, now)
    assert store.own_requests.load(token, now).fields == FIELDS | {"naam": "P. Anders"}
    assert store.own_requests.erase(token, now) is True
    assert acts(store, 4) == ["request.erase", "request.withdraw", "request.change", "request.export"]
    assert store.own_requests.everything(token, now) is None and store.own_requests.erase(token, now) is False
    assert store.requests.find(reference).fields is None
    assert store.requests.find(other).fields == FIELDS | {"naam": "Een Ander"}


def test_another_address_is_told_to_the_old_one_and_ends_what_others_opened(
    store: Store, composer: MailComposer, now: datetime
):
    reference = make_request(store, at=now)
    mine, other = session_of(store, reference, now), session_of(store, reference, now)
    for changed in ("dief@example.org", "0612345678", "0687654321"):
        assert store.own_requests.change(mine, {"contact": changed}, now)
        assert store.own_requests.load(mine, now).fields["contact"] == changed
    assert store.own_requests.load(other, now) is None
    post = Post()
    deliver_due(store.database, post, now, composer=composer)
    told = [message for message in post.sent if "contactgegevens" in str(message["Subject"])]
    assert [str(message["To"]) for message in told] == [FIELDS["contact"], "dief@example.org"]
    assert all("dief" not in message.get_content() and reference in message.get_content() for message in told)


def test_staff_does_the_same_for_who_asks(store: Store, now: datetime):
    reference, me, colleague = make_request(store, at=now), "a" * 32, "b" * 32
    cases = store.cases
    assert cases.put_right(reference, me, {"naam": "P. Anders"}, 0, now).reason == "not_yours"
    assert cases.erase(reference, me, 0, now).reason == "not_yours"
    cases.claim(reference, me, now)
    assert cases.put_right(reference, colleague, {"naam": "P. Anders"}, 1, now).reason == "held"
    assert cases.put_right(reference, me, {"naam": "P. Anders"}, 0, now).reason == "changed"
    assert cases.put_right(reference, me, {"naam": "P. Anders"}, 1, now) is None
    assert cases.put_right(reference, me, {"naam": "P. Anders"}, 2, now) is None
    assert [event.action for event in cases.open(reference, me, now).history] == ["claim", "correct"]
    assert cases.everything(reference, colleague, now)["request"][0]["fields"]["naam"] == "P. Anders"
    assert cases.erase(reference, colleague, 2, now).reason == "held"
    assert cases.erase(reference, me, 1, now).reason == "changed"
    assert cases.erase(reference, me, 2, now) is None
    assert acts(store, 3) == ["request.erase", "request.lapse", "request.export"]
    assert cases.everything(reference, me, now) is None and store.requests.find(reference).fields is None
