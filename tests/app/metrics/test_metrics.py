"""`/metrics` counts and times what happens, on an address of its own, and says what stands still."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from bot.metrics.instruments import HELD_SECONDS, RoutesTaken
from bot.settings import Settings, UnsafeSettings, host_and_port
from bot.store.base import beats
from bot.store.telegram.models import TelegramUpdate
from tests.app.test_settings import SAFE
from tests.faults.test_database_away import read_only
from tests.support.mail_server import free_port
from tests.support.running import Running, listening
from tests.support.scrape import samples, scraped_text, value

TURNS, STAGES = "woningscan_turns_total", "woningscan_stage_seconds_count"
THREAT = "er staat nu iemand met een mes in mijn huis"


@contextmanager
def app_with_metrics(make: Callable[..., Settings], **changes: Any) -> Iterator[tuple[Running, str]]:
    address = f"127.0.0.1:{free_port()}"
    with listening(make(metrics_address=address, **changes)) as running:
        yield running, address


def talk(running: Running, *messages: dict[str, str]) -> str:
    with httpx.Client(base_url=running.url, timeout=60) as client:
        token = str(client.post("/api/v1/conversations", json={}).json()["conversation"])
        for number, message in enumerate(messages):
            sent = {"message_id": f"bericht-{number}", **message}
            answer = client.post("/api/v1/messages", json=sent, headers={"authorization": f"Bearer {token}"})
            assert answer.status_code == 200
    return token


def grown(before: str, after: str, name: str, **labels: str) -> float:
    """Counters belong to the process of the tests, so it is their step that counts."""
    return value(after, name, labels) - value(before, name, labels)


def test_turns_and_their_stages_are_counted(settings: Callable[..., Settings], engine_address: dict[str, str]) -> None:
    with app_with_metrics(settings, **engine_address) as (running, address):
        before = scraped_text(address)
        talk(running, {"choice": "start_scan"}, {"text": "ik ben wethouder"}, {"choice": "back"})
        after = scraped_text(address)
    assert grown(before, after, TURNS, kind="button", outcome="kept") == 2
    assert grown(before, after, TURNS, kind="text", outcome="kept") == 1
    assert grown(before, after, "woningscan_turn_seconds_count", kind="button") == 2
    assert grown(before, after, STAGES, stage="reading") == 1, "a button is not read"
    for stage in ("loading", "gate", "engine", "commit"):
        assert grown(before, after, STAGES, stage=stage) >= 3, stage
        assert grown(before, after, "woningscan_stage_seconds_sum", stage=stage) > 0
    assert value(after, "woningscan_ready", {"part": "motor"}) == 1
    assert value(after, "process_resident_memory_bytes") > 1e6


def test_an_engine_that_is_away_is_counted_and_not_ready(settings: Callable[..., Settings]) -> None:
    with app_with_metrics(settings) as (running, address):
        before = scraped_text(address)
        talk(running, {"choice": "start_scan"})
        after = scraped_text(address)
    assert grown(before, after, "woningscan_engine_away_total", reason="away") == 1
    assert grown(before, after, TURNS, kind="button", outcome="kept") == 1, "the core took it"
    ready = {labels[0][1]: number for (name, labels), number in samples(after).items() if name == "woningscan_ready"}
    assert ready == {"poort": 1, "motor": 0, "gegevens": 1}


def test_a_database_that_cannot_be_written_is_seen(settings: Callable[..., Settings]) -> None:
    with app_with_metrics(settings) as (running, address):
        token = talk(running, {"choice": "start_scan"})
        before = scraped_text(address)
        with read_only(running.store):
            sent = {"message_id": "bericht-9", "choice": "antwoord:functie=wethouder"}
            headers = {"authorization": f"Bearer {token}"}
            assert httpx.post(f"{running.url}/api/v1/messages", json=sent, headers=headers).status_code == 200
            during = scraped_text(address)
        assert grown(before, during, TURNS, kind="button", outcome="not_kept") == 1
        assert value(during, "woningscan_ready", {"part": "gegevens"}) == 0
        assert value(scraped_text(address), "woningscan_ready", {"part": "gegevens"}) == 1


def test_a_message_of_no_conversation_is_counted_apart(settings: Callable[..., Settings]) -> None:
    with app_with_metrics(settings) as (running, address):
        before = scraped_text(address)
        sent = {"message_id": "bericht-1", "choice": "help"}
        headers = {"authorization": f"Bearer {'x' * 43}"}
        assert httpx.post(f"{running.url}/api/v1/messages", json=sent, headers=headers).status_code == 404
        after = scraped_text(address)
    assert grown(before, after, TURNS, kind="button", outcome="unknown_conversation") == 1


def test_what_stands_still_in_the_database_is_counted(settings: Callable[..., Settings]) -> None:
    with app_with_metrics(settings) as (running, address):
        database = running.store.database
        ago = datetime.now(UTC) - timedelta(hours=1)
        running.store.telegram.put(7, ago, chat_id=1, contents={}, urgent=False, in_order=False, messages=())
        with database.writing() as session:
            session.query(TelegramUpdate).update({"received_at": ago})
            beats.make_sure(session, beats.WRONG_ROWS, ago)
        beats.count(database, beats.REFUSED, datetime.now(UTC))
        text = scraped_text(address)
        assert value(text, "woningscan_queue_rows", {"queue": "telegram_in", "status": "waiting"}) == 1
        assert value(text, "woningscan_queue_oldest_seconds", {"queue": "telegram_in"}) >= 3500
        for queue in ("mail", "telegram_out"):
            assert value(text, "woningscan_queue_rows", {"queue": queue, "status": "failed"}) == 0
        for state in ("waiting", "active"):
            assert value(text, "woningscan_chats", {"state": state}) == 0
        for table in ("request", "conversation"):
            assert value(text, "woningscan_rows_set_aside", {"table": table}) == 0
        assert value(text, "woningscan_rows_wrong") == 0
        assert value(text, "woningscan_alarm", {"code": "motor_geweigerd"}) == 1
        assert value(text, "woningscan_alarm", {"code": "telegram_wacht"}) == 1
        assert value(text, "woningscan_task_success_timestamp_seconds", {"task": "mail"}) > ago.timestamp()
        assert value(text, "woningscan_database_up") == 1


def test_with_the_database_away_no_old_count_is_shown(settings: Callable[..., Settings]) -> None:
    away = f"postgresql://scan@127.0.0.1:{free_port()}/scan"
    with app_with_metrics(settings, database_url=away) as (_, address):
        text = scraped_text(address)
    assert value(text, "woningscan_database_up") == 0
    assert not [name for name, _ in samples(text) if name in ("woningscan_queue_rows", "woningscan_alarm")]
    assert value(text, "woningscan_ready", {"part": "gegevens"}) == 0


def test_a_route_is_let_out_an_hour_later_and_not_at_its_second() -> None:
    clock = [0.0]
    routes = RoutesTaken(lambda: clock[0])

    def told() -> dict[str, float]:
        return {sample.labels["route"]: sample.value for family in routes.collect() for sample in family.samples}

    routes.note("acuut")
    clock[0] = HELD_SECONDS - 1
    assert told() == {}
    routes.note("acuut")
    clock[0] = HELD_SECONDS
    assert told() == {"acuut": 2}
    routes.note("politie")
    clock[0] = 2 * HELD_SECONDS - 1
    assert told() == {"acuut": 2}


def test_a_threat_in_a_conversation_changes_no_count_of_routes_at_once(settings: Callable[..., Settings]) -> None:
    from bot.metrics.instruments import ROUTES

    with app_with_metrics(settings) as (running, address):
        held = dict(ROUTES._held)
        before = scraped_text(address)
        talk(running, {"text": THREAT})
        after = scraped_text(address)
    shown = [{key: number for key, number in samples(text).items() if "route" in key[0]} for text in (before, after)]
    assert shown[0] == shown[1]
    assert ROUTES._held["acuut"] == held.get("acuut", 0) + 1


def test_without_an_address_nothing_listens_and_visitors_cannot_see_it(settings: Callable[..., Settings]) -> None:
    assert Settings().metrics_address == ""
    with app_with_metrics(settings) as (running, _):
        assert httpx.get(f"{running.url}/metrics").status_code == 404


def test_an_address_that_is_taken_keeps_nobody_from_being_answered(settings: Callable[..., Settings]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with listening(settings(metrics_address=f"127.0.0.1:{other.getsockname()[1]}")) as running:
            talk(running, {"choice": "start_scan"})


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0:9464", "[::]:9464", "203.0.113.7:0", "8.8.8.8:9464", "9464", "metrics.example.nl:9464", "127.0.0.1"],
)
def test_an_address_that_everybody_reaches_is_refused_in_production(address: str) -> None:
    with pytest.raises(UnsafeSettings, match="WONINGSCAN_METRICS_ADDRESS"):
        Settings(**SAFE, metrics_address=address).refuse_unsafe()


@pytest.mark.parametrize(
    "address", ["127.0.0.1:9464", "[::1]:9464", "localhost:9464", "10.1.2.3:9464", "172.28.9.2:9464", "100.64.1.2:9464"]
)
def test_an_address_of_this_machine_or_a_private_network_is_taken(address: str) -> None:
    Settings(**SAFE, metrics_address=address).refuse_unsafe()
    assert host_and_port(address)[1] == 9464


def test_more_workers_would_each_count_for_themselves() -> None:
    with pytest.raises(UnsafeSettings, match="one worker"):
        Settings(**SAFE, metrics_address="127.0.0.1:9464").refuse_unsafe(workers=2)
