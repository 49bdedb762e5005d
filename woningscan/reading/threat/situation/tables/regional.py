"""Spoken and regional forms of the words that the patterns look at."""

from __future__ import annotations

REGIONAL = {
    "nie": "niet",
    "ni": "niet",
    "nimmer": "niet meer",
    "da": "dat",
    "der": "er",
    "dr": "er",
    "kik": "ik",
    "kzie": "ik zie",
    "kben": "ik ben",
    "kwil": "ik wil",
    "kwou": "ik wou",
    "ktrek": "ik trek",
    "khou": "ik hou",
    "kheb": "ik heb",
    "mn": "mijn",
    "zn": "zijn",
    "mijne": "mijn",
    "t": "het",
    "wou": "wilde",
    "effe": "even",
    "ff": "even",
}
"""Spoken and regional forms of the words that the patterns look at."""
