"""What `/metrics` shows is counts under words of our own: nothing of a person is in it, in no label and no number."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from bot.jobs import alarms
from bot.metrics.instruments import ROUTES, Away, Ended, Kind, Stage
from bot.settings import ROOT, Settings
from bot.store.base import beats
from tests.support.mail_server import free_port
from tests.support.running import NOWHERE, listening
from tests.support.scrape import families, scraped_text
from woningscan.content import load_content

CANARIES = ("kanarie", "0687654321", "687654321", "31687654321", "wethouder")
TYPED = (
    "ik ben wethouder, zegt Kanariepiet",
    "Kanariepiet staat met een mes voor mijn deur",
    "0687654321",
    "nee",
    "kanarie@voorbeeld.nl",
)
WORDS = {
    "kind": set(Kind),
    "outcome": set(Ended),
    "stage": set(Stage),
    "reason": set(Away),
    "route": set(load_content(ROOT / "content").routes),
    "queue": {"mail", "telegram_in", "telegram_out"},
    "status": {"waiting", "failed"},
    "state": {"waiting", "active"},
    "table": {"request", "conversation"},
    "part": {"poort", "motor", "gegevens", "telegram"},
    "task": {*alarms.SILENCE, beats.TAKES_IN, "gesprek_opruimen", "telegram_opruimen"},
    "code": {
        *re.findall(
            r"^\| ((?:`\w+`(?:, )?)+) \|", (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8"), re.MULTILINE
        )
    },
}
WORDS["code"] = {code for cell in WORDS["code"] for code in re.findall(r"`(\w+)`", cell)}


@pytest.fixture(scope="module")
def scraped(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[str]]:
    """A scrape after somebody said everything there is to say, and what must not be in it."""
    address, folder = f"127.0.0.1:{free_port()}", tmp_path_factory.mktemp("gegevens")
    settings = Settings(data_dir=folder, metrics_address=address, **NOWHERE)
    with listening(settings) as running, httpx.Client(base_url=running.url, timeout=60) as visitor:
        token = str(visitor.post("/api/v1/conversations", json={}).json()["conversation"])
        mine = {"authorization": f"Bearer {token}"}
        said = [
            {"choice": "start_scan"},
            *({"text": text} for text in TYPED),
            {"choice": "Kanariepiet"},
            {"choice": "restart"},
        ]
        said += [{"choice": "book_scan"}, *({"text": text} for text in ("Kanariepiet", "raadslid", "0687654321"))]
        for number, message in enumerate(said):
            answer = visitor.post("/api/v1/messages", json={"message_id": f"kanarie-{number}", **message}, headers=mine)
            assert answer.status_code == 200
        visitor.get("/Kanariepiet")
        visitor.post(
            "/api/v1/messages", json={"message_id": "kanarie", "text": TYPED[1]}, headers={"authorization": "Bearer x"}
        )
        ROUTES._since -= 3601  # an hour later
        text = scraped_text(address)
        keys = (Path(folder) / "keys.txt").read_text(encoding="utf-8").strip()
    return text, [*CANARIES, token, keys.partition(":")[2]]


def test_nothing_that_was_said_is_in_it(scraped: tuple[str, list[str]]) -> None:
    text, canaries = scraped
    assert 'woningscan_turns_total{kind="text",outcome="kept"}' in text, "there is something to look through"
    assert [canary for canary in canaries if canary.casefold() in text.casefold()] == []


def test_every_label_is_a_word_of_ours(scraped: tuple[str, list[str]]) -> None:
    seen = [sample.labels for family in families(scraped[0]) for sample in family.samples]
    seen += [{"route": route} for route in ROUTES._told]
    labels = {(name, word) for one in seen for name, word in one.items() if name != "le"}
    assert {name for name, _ in labels} - {"route"} <= set(WORDS)
    assert {pair for pair in labels if pair[1] not in WORDS[pair[0]]} == set()


def test_a_route_that_was_shown_is_there_by_its_name_alone(scraped: tuple[str, list[str]]) -> None:
    told = [sample for family in families(scraped[0]) for sample in family.samples if "routes" in sample.name]
    assert [sample.labels for sample in told if sample.value] and all(
        set(sample.labels) == {"route"} for sample in told
    )


def test_no_moment_of_a_person_is_in_it(scraped: tuple[str, list[str]]) -> None:
    """Moments are those of jobs, and of the process."""
    names = {family.name for family in families(scraped[0]) if "timestamp" in family.name or "created" in family.name}
    assert names == {"woningscan_task_success_timestamp_seconds"}
