"""Dashboard and alerts name what the app really shows, and each alert goes on when it should."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.settings import Settings
from tests.support.databases import cannot
from tests.support.mail_server import free_port
from tests.support.places import ROOT
from tests.support.running import NOWHERE, listening
from tests.support.scrape import families, scraped_text

FOLDER = ROOT / "deploy" / "monitoring"
ALERTS: list[dict[str, Any]] = YAML(typ="safe").load(FOLDER / "alerts.yml")["groups"][0]["rules"]
DASHBOARD: dict[str, Any] = json.loads((FOLDER / "dashboard.json").read_text(encoding="utf-8"))
QUERIES = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
OF_PROMETHEUS = {"up"}
ENDINGS = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count"), "gauge": ("",), "unknown": ("",)}


@pytest.fixture(scope="module")
def scraped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    address = f"127.0.0.1:{free_port()}"
    with listening(Settings(data_dir=tmp_path_factory.mktemp("gegevens"), metrics_address=address, **NOWHERE)):
        yield scraped_text(address)


def series(text: str) -> dict[str, set[str]]:
    """The names of all series there can be, with the labels that are there now."""
    known: dict[str, set[str]] = {}
    for family in families(text):
        labels = {name for sample in family.samples for name in sample.labels}
        for ending in ENDINGS[family.type]:
            known[f"{family.name}{ending}"] = labels
    return known


def named(query: str) -> set[str]:
    """The series that a query asks for."""
    return set(re.findall(r"\b(?:woningscan_\w+|process_\w+|up)\b", query))


@pytest.mark.parametrize("query", [*QUERIES, *(alert["expr"] for alert in ALERTS)])
def test_every_series_that_is_asked_for_is_in_a_real_scrape(query: str, scraped: str) -> None:
    known = series(scraped)
    assert named(query) and named(query) - OF_PROMETHEUS <= set(known)
    for name, labels in re.findall(r"\b(woningscan_\w+)\{([^}]*)\}", query):
        asked = set(re.findall(r"(\w+)(?:=~|=)", labels))
        assert asked <= known[name], f"{name} has no such label"
    for grouped in re.findall(r"by \(([^)]*)\)", query):
        wanted = {label.strip() for label in grouped.split(",")}
        assert any(wanted <= known[name] | {"route"} for name in named(query) - OF_PROMETHEUS)


def test_everything_that_is_shown_is_on_the_dashboard(scraped: str) -> None:
    shown = {family.name for family in families(scraped) if family.name.startswith("woningscan")}
    asked = {re.sub(r"_(total|bucket)$", "", name) for query in QUERIES for name in named(query)}
    assert shown - asked == set()


def test_every_part_of_the_dashboard_has_a_place_and_a_source_that_can_be_chosen() -> None:
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])
    assert all(panel["datasource"]["uid"] == "${bron}" and panel["title"] for panel in DASHBOARD["panels"])
    spots = [
        (column, row)
        for panel in DASHBOARD["panels"]
        for column in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for row in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    assert len(spots) == len(set(spots)), "two lie on each other"


def test_every_alert_says_how_bad_it_is_and_what_there_is() -> None:
    page = (ROOT / "docs" / "uitrol.md").read_text(encoding="utf-8")
    for alert in ALERTS:
        assert alert["labels"]["severity"] in ("critical", "warning") and alert["annotations"]["summary"]
        assert f"`{alert['alert']}`" in page, "what to do stands in the operator's page"


def promtool(*arguments: str, folder: Path = FOLDER) -> subprocess.CompletedProcess[str]:
    if shutil.which("promtool") is None:
        cannot("no promtool (Debian: prometheus)")
    return subprocess.run(["promtool", *arguments], cwd=folder, capture_output=True, text=True)


def test_prometheus_takes_the_rules_and_the_scrape() -> None:
    checked = promtool("check", "config", "prometheus.yml")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_what_the_app_shows_is_what_prometheus_reads(scraped: str) -> None:
    if shutil.which("promtool") is None:
        cannot("no promtool (Debian: prometheus)")
    checked = subprocess.run(["promtool", "check", "metrics"], input=scraped, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


ON: dict[str, list[tuple[str, str]]] = {
    "WoningscanWeg": [('up{job="woningscan"}', "0x20")],
    "WoningscanPoortStuk": [('woningscan_ready{part="poort"}', "0x20")],
    "WoningscanGegevensWeg": [("woningscan_database_up", "0x20")],
    "WoningscanMotorWeg": [('woningscan_ready{part="motor"}', "0x20")],
    "WoningscanMotorHerstart": [("woningscan_engine_ended_total", "0+1x20")],
    "WoningscanMotorGeweigerd": [('woningscan_engine_away_total{reason="refused"}', "0+1x20")],
    "WoningscanNietBewaard": [('woningscan_turns_total{kind="text", outcome="not_kept"}', "0+1x20")],
    "WoningscanDruk": [('woningscan_turns_total{kind="text", outcome="busy"}', "0+1x20")],
    "WoningscanTraag": [
        ('woningscan_turn_seconds_bucket{kind="text", le="2.5"}', "0x30"),
        ('woningscan_turn_seconds_bucket{kind="text", le="5.0"}', "0+9x30"),
        ('woningscan_turn_seconds_bucket{kind="text", le="+Inf"}', "0+9x30"),
    ],
    "WoningscanRij": [('woningscan_queue_oldest_seconds{queue="mail"}', "901x20")],
    "WoningscanRijMislukt": [('woningscan_queue_rows{queue="mail", status="failed"}', "1x20")],
    "WoningscanSlechteRijen": [("woningscan_rows_wrong", "2x20")],
    "WoningscanChatWacht": [('woningscan_chats{state="waiting"}', "1x20")],
    "WoningscanTaakStil": [('woningscan_task_success_timestamp_seconds{task="mail"}', "0x30")],
    "WoningscanAlarm": [('woningscan_alarm{code="mail_wacht"}', "1x20")],
    "WoningscanGeheugen": [('process_resident_memory_bytes{job="woningscan"}', "650000000x30")],
}
QUIET = [
    ('up{job="woningscan"}', "1x30"),
    ('woningscan_ready{part="poort"}', "1x30"),
    ('woningscan_ready{part="motor"}', "1x30"),
    ('woningscan_ready{part="gegevens"}', "1x30"),
    ("woningscan_database_up", "1x30"),
    ("woningscan_engine_ended_total", "3x30"),
    ('woningscan_engine_away_total{reason="refused"}', "4x30"),
    ('woningscan_turns_total{kind="text", outcome="not_kept"}', "7x30"),
    ('woningscan_turns_total{kind="text", outcome="kept"}', "0+50x30"),
    ('woningscan_turn_seconds_bucket{kind="text", le="0.5"}', "0+50x30"),
    ('woningscan_turn_seconds_bucket{kind="text", le="+Inf"}', "0+50x30"),
    ('woningscan_queue_oldest_seconds{queue="mail"}', "30x30"),
    ('woningscan_queue_rows{queue="mail", status="waiting"}', "3x30"),
    ('woningscan_queue_rows{queue="mail", status="failed"}', "0x30"),
    ("woningscan_rows_wrong", "0x30"),
    ('woningscan_rows_set_aside{table="request"}', "0x30"),
    ('woningscan_chats{state="waiting"}', "0x30"),
    ('woningscan_task_success_timestamp_seconds{task="mail"}', "0+60x30"),
    ('process_resident_memory_bytes{job="woningscan"}', "330000000x30"),
]


def lights(folder: Path, alert: str, inputs: list[tuple[str, str]], *, on: bool) -> None:
    """Prometheus itself evaluates the rule over these series, one value a minute."""
    shutil.copy(FOLDER / "alerts.yml", folder)
    rule = next(one for one in ALERTS if one["alert"] == alert)
    times = [{"eval_time": "26m", "alertname": alert}] if not on else []
    test = {
        "interval": "1m",
        "input_series": [{"series": name, "values": values} for name, values in inputs],
        "promql_expr_test": [],
        "alert_rule_test": times,
    }
    if on:  # that it fires is asked of Prometheus' own series of alerts: its labels are not repeated here
        ask = f'count(ALERTS{{alertname="{alert}", alertstate="firing"}})'
        test["promql_expr_test"] = [{"expr": ask, "eval_time": "20m", "exp_samples": [{"labels": "{}", "value": 1}]}]
    assert rule
    with (folder / "test.yml").open("w", encoding="utf-8") as file:
        YAML().dump({"rule_files": ["alerts.yml"], "evaluation_interval": "1m", "tests": [test]}, file)
    done = promtool("test", "rules", "test.yml", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("alert", [alert["alert"] for alert in ALERTS])
def test_an_alert_goes_on_for_what_it_is_about_and_not_otherwise(alert: str, tmp_path: Path) -> None:
    lights(tmp_path, alert, ON[alert], on=True)
    lights(tmp_path, alert, QUIET, on=False)
