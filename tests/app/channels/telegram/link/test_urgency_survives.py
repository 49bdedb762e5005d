"""Whatever way a request takes from Telegram to the secretariat: under a threat it stays urgent, and only then."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.mail import deliver_due
from bot.making import make_composer, make_ladder, make_transport
from bot.store.request.escalation import escalate
from bot.store.request.models import Request
from tests.app.channels.telegram.link.test_request_link_route import answer, opened
from tests.support.mail_server import ScriptedServer, free_port
from tests.support.telegram.bot_api import BotApi
from tests.support.telegram.official import Official, World
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import eventually
from woningscan.conversation.memory import memory_in

FIELDS = {"naam": "J. de Vries", "functie": "wethouder", "contact": "0612345678", "voorkeur": "geen voorkeur"}
KNIFE, DEATH = "er staat iemand met een mes voor mijn deur", "ik word met de dood bedreigd"
Act = Callable[[Official], object]


def says(text: str) -> Act:
    return lambda official: official.say(text)


def forwards(official: Official) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "X", "date": 1}
    official._through(
        {"message": {**official._message("Ik maak je af, ik weet waar je woont"), "forward_origin": origin}}
    )
    _is_a_threat(official)


def changes(official: Official) -> None:
    official._through({"edited_message": {**official._message(DEATH), "edit_date": 5}})


def presses(official: Official) -> None:
    official.say("/start dreiging")
    _is_a_threat(official)


def answers(official: Official) -> None:
    official.say("/start zelfscan")
    official.press("Raadslid")
    official.press("Ja")


def sends_a_picture(official: Official) -> None:
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    official._through({"message": {**official._message(None), "photo": photo}})


def _is_a_threat(official: Official) -> None:
    """Where it is asked: yes, and not at this moment."""
    label = official.world.app.state.services.content.labels["dreiging:wel"]
    if label in official.labels():
        official.press(label)


THREATS: dict[str, Act] = {
    **{text: says(text) for text in (KNIFE, DEATH, "ik wil niet meer leven", f"/stop {KNIFE}")},
    **{act.__name__: act for act in (forwards, changes, presses, answers)},
}
CALM: dict[str, Act] = {
    **{
        text: says(text)
        for text in ("/help", "/privacy", "/verder", "/start", "/stop", "wat kost het", "hallo", "/terug")
    },
    sends_a_picture.__name__: sends_a_picture,
}
BEHIND = ("wat kost het", "waarom vraagt u dit?", "pauze", "verder", "hallo")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Without an engine: the core takes each turn. With a mail server that keeps what it gets."""
    api, server = BotApi(), ScriptedServer(free_port())
    server.start()
    mail = {"smtp_url": f"smtp://127.0.0.1:{server.port}?starttls=off", "mail_from": "scan@example.org"}
    others = {"mail_to": "een@example.org", "mail_second": "twee@example.org"}
    with running(telegram_settings(tmp_path_factory.mktemp("spoed"), api, **mail, **others), api) as opened_world:
        opened_world.app.state.server = server
        yield opened_world
    server.stop()
    assert [(call.method, call.refused) for call in api.refused()] == []
    api.close()


@given(
    before=st.lists(st.sampled_from(sorted(CALM)), max_size=2),
    threat=st.none() | st.sampled_from(sorted(THREATS)),
    between=st.lists(st.sampled_from(sorted(CALM)), max_size=3),
    with_answers=st.booleans(),
    behind=st.lists(st.sampled_from(BEHIND), max_size=2),
)
@settings(max_examples=8, phases=[Phase.explicit, Phase.generate])  # a failing path tells enough as it is
def test_from_the_chat_to_the_ladder(
    world: World, before: list[str], threat: str | None, between: list[str], with_answers: bool, behind: list[str]
) -> None:
    official = Official(world)
    for act in (*before, *([threat] if threat else []), *between):
        {**CALM, **THREATS}[act](official)
    token = opened(world, _link(official, with_answers))
    for text in behind:
        answer(world, token, text=text)
    reference = _filed(world, token)
    urgent = threat is not None
    with world.store.database.reading() as session:
        filed = session.scalars(select(Request.urgent).where(Request.reference == reference)).one()
    assert filed is urgent, "in the case"
    told = {"Spoed: nieuwe melding" if urgent else "Nieuwe melding"}
    eventually(lambda: _mails(world, reference, timedelta()) == told)  # the app's own mailer may be sending it
    later = _mails(world, reference, timedelta(minutes=6))
    assert ("Spoed: melding wacht" in later) is urgent and not {"Melding wacht"} & later, "up the ladder"


def _link(official: Official, with_answers: bool) -> str:
    """Ask to be called back; the address that this leads to. At 112 that is offered once the danger is over."""
    official.say("/medewerker")
    if "Bel mij terug" not in official.labels():
        asked = official.press("Opnieuw beginnen")
        while asked[-1] not in ("scan.ask.functie", "scan.ask.woningtype"):
            asked = official.press("Nee")
        official.say("/medewerker")
    said = official.press("Bel mij terug")
    if said == ["booking.link.ask"]:
        official.press("Ja" if with_answers else "Nee")
    found = re.search(r"/aanvraag/begin/\S+", official.heard()[-1])
    assert found is not None, official.heard()[-1]
    return found[0]


def _filed(world: World, token: str) -> str:
    """Fill in what is asked, whatever it is, and send it; the reference."""
    content = world.app.state.services.content
    for _ in range(12):
        stored = world.store.conversations.load(token)
        assert stored is not None
        memory = memory_in(stored.state)
        assert memory.draft is not None
        wanted = [one.id for one in content.request_fields["terugbellen"] if one.id not in memory.draft.fields]
        if not wanted:
            break
        answer(world, token, text=FIELDS[wanted[0]])
    (done,) = answer(world, token, choice="veld:akkoord=ja")
    assert done.id == "booking.confirmed.terugbellen"
    found = re.search(r"WS-\w{4}-\w{5}", done.text)
    assert found is not None
    return found[0]


def _mails(world: World, reference: str, ahead: timedelta) -> set[str]:
    """What the secretariat was told of a request so long from now: the subjects."""
    here, now = world.app.state.services, datetime.now(UTC) + ahead
    escalate(world.store.database, world.store.vault, make_ladder(here.settings), now)
    composer = make_composer(here.settings, world.store, here.content)
    deliver_due(world.store.database, make_transport(here.settings), now, composer=composer)
    subjects = [str(mail["Subject"]) for mail in world.app.state.server.received]
    return {one.rsplit(" ", 1)[0] for one in subjects if one.endswith(reference)}
