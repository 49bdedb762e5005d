"""The shipped weights were trained on what the word tables and rules make of a message today."""

import json
from importlib import resources

from tools.threat_rows import tables_fingerprint


def test_the_weights_were_trained_on_todays_tables():
    stored = json.loads(
        resources.files("woningscan.reading.threat").joinpath("weights.json").read_text(encoding="utf-8")
    )
    assert stored["made_for"] == tables_fingerprint(), "the tables changed: run tools/train_threat.py (two minutes)"
