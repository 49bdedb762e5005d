"""The parts that each route may not lose, also for each kind of danger, and which answers lead to it.

A new route gets an entry in ROUTES, a part that a route must have from now on gets a word there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from woningscan.content.check.routes.parts import (
    ALARM,
    ALARM_FIRST,
    ALARM_IN_LEAD,
    AWAY_FROM_MEANS,
    BEFORE_A_SCAN,
    CANNOT_CALL,
    CANNOT_JUDGE,
    CAPTURE_FIRST,
    CLEAN_UP,
    GENERAL_PRACTITIONER,
    GO_HOME,
    GO_OUT,
    HELP_AT_HOME,
    KEEP_AWAY,
    KEEP_EVIDENCE,
    KEEP_QUIET,
    KEEP_THE_THING,
    LEAVE_IF_SAFE,
    MAKE_NOISE,
    NO_SCAN_NOW,
    NOT_HOME,
    NOT_IN,
    NOT_LOOK,
    NOT_OPEN,
    NOT_START,
    OUT_AT_A_FIRE,
    OWN_CONTACT,
    POLICE,
    POLICE_IN_LEAD,
    REPORT_INSIDE,
    SAFE_PLACE,
    SAYS_THE_OFFICE,
    SOMEBODY_NEAR,
    STAY_IN,
    STAY_INSIDE,
    STOPS,
    SUICIDE_PREVENTION,
    SUPPORT_TEAM,
    TOUCH_NOTHING,
    WHEN_ALONE,
    Part,
)


@dataclass(frozen=True)
class Needed:
    """A route's level, its parts, and sets of triage answers that lead to it."""

    level: str
    parts: tuple[Part, ...]
    reached_by: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class OfAKind:
    """What the steps for a kind of danger must say together, and what is wrong there: a pattern and what it tells."""

    parts: tuple[Part, ...] = ()
    never: tuple[tuple[re.Pattern[str], str], ...] = ()


KINDS: dict[str, dict[str, OfAKind]] = {
    "acuut": {
        "persoon_bij_de_woning": OfAKind((STAY_INSIDE, NOT_OPEN), (GO_OUT,)),
        "binnengedrongen": OfAKind((NOT_IN, KEEP_QUIET, KEEP_AWAY), (GO_OUT, STAY_IN, MAKE_NOISE)),
        "brand": OfAKind((OUT_AT_A_FIRE,), (STAY_IN,)),
        "verdacht_voorwerp": OfAKind((TOUCH_NOTHING, NOT_START), (KEEP_THE_THING,)),
        "explosie_of_vuurwerk": OfAKind((TOUCH_NOTHING, KEEP_AWAY), (KEEP_THE_THING, CLEAN_UP)),
        "gevolgd_of_opgewacht": OfAKind((NOT_HOME, SAFE_PLACE), (GO_HOME,)),
        "aangekondigd_geweld": OfAKind((STAY_INSIDE, NOT_OPEN), (GO_OUT,)),
        "vernieling": OfAKind((STAY_INSIDE, NOT_LOOK), (GO_OUT,)),
        "collega_of_ander": OfAKind((NOT_LOOK,)),
        "huiselijk": OfAKind((LEAVE_IF_SAFE,), (STAY_IN,)),
    },
    "acuut_kind": {
        "persoon_bij_de_woning": OfAKind((STAY_INSIDE, NOT_OPEN), (GO_OUT,)),
        "brand": OfAKind((OUT_AT_A_FIRE,), (STAY_IN,)),
        "verdacht_voorwerp": OfAKind((TOUCH_NOTHING,), (KEEP_THE_THING,)),
        "huiselijk": OfAKind((LEAVE_IF_SAFE,), (STAY_IN,)),
    },
    "concreet": {
        "verdacht_voorwerp": OfAKind((TOUCH_NOTHING, ALARM), (KEEP_THE_THING,)),
        "explosie_of_vuurwerk": OfAKind((TOUCH_NOTHING, ALARM), (KEEP_THE_THING, CLEAN_UP)),
        "doxing": OfAKind((KEEP_EVIDENCE, CAPTURE_FIRST, ALARM)),
        "huiselijk": OfAKind((HELP_AT_HOME, WHEN_ALONE)),
    },
    "diffuus": {
        "huiselijk": OfAKind((HELP_AT_HOME, WHEN_ALONE)),
    },
}

_STOPPED = (CANNOT_CALL, CANNOT_JUDGE, STOPS)
_SAFE = {"gevaar_nu": "nee"}
_NOTHING = {**_SAFE, "voorval": "nee", "doxing": "nee"}
ROUTES: dict[str, Needed] = {
    "acuut": Needed(
        "acuut",
        (ALARM_FIRST, TOUCH_NOTHING, STAY_INSIDE, OUT_AT_A_FIRE, *_STOPPED),
        ({"gevaar_nu": "ja"}, {"gevaar_nu": "ik_twijfel"}),
    ),
    "concreet": Needed(
        "concreet",
        (
            POLICE_IN_LEAD,
            ALARM_IN_LEAD,
            TOUCH_NOTHING,
            SUPPORT_TEAM,
            REPORT_INSIDE,
            KEEP_EVIDENCE,
            SAYS_THE_OFFICE,
            NO_SCAN_NOW,
            *_STOPPED,
        ),
        (
            {**_SAFE, "voorval": "ja_en_de_politie_weet_het_niet"},
            {**_SAFE, "voorval": "nee", "doxing": "ja_met_een_bedreiging_of_oproep_om_langs_te_gaan"},
            {**_SAFE, "voorval": "weet_niet_zeker", "doxing": "ja_met_een_bedreiging_of_oproep_om_langs_te_gaan"},
        ),
    ),
    "concreet_bekend": Needed(
        "concreet",
        (
            ALARM_IN_LEAD,
            POLICE_IN_LEAD,
            OWN_CONTACT,
            BEFORE_A_SCAN,
            SUPPORT_TEAM,
            REPORT_INSIDE,
            KEEP_EVIDENCE,
            *_STOPPED,
        ),
        ({**_SAFE, "voorval": "ja_en_de_politie_weet_het_al"},),
    ),
    "doxing": Needed(
        "diffuus",
        (POLICE, ALARM, SUPPORT_TEAM, KEEP_EVIDENCE, CAPTURE_FIRST, REPORT_INSIDE, CANNOT_CALL),
        (
            {**_SAFE, "voorval": "nee", "doxing": "ja_zonder_bedreiging"},
            {**_SAFE, "voorval": "weet_niet_zeker", "doxing": "ja_zonder_bedreiging"},
        ),
    ),
    "diffuus": Needed(
        "diffuus",
        (POLICE, ALARM, SUPPORT_TEAM, REPORT_INSIDE, CANNOT_JUDGE),
        (
            {**_NOTHING, "onveilig_gevoel": "ja"},
            {**_SAFE, "voorval": "weet_niet_zeker", "doxing": "nee", "onveilig_gevoel": "nee"},
        ),
    ),
    "acuut_kind": Needed("acuut", (ALARM_FIRST, NOT_OPEN, TOUCH_NOTHING, OUT_AT_A_FIRE, CANNOT_CALL)),
    "zorg_acuut_ander": Needed("acuut", (ALARM_FIRST, SUICIDE_PREVENTION)),
    "zorg_acuut": Needed(
        "acuut",
        (ALARM_FIRST, SUICIDE_PREVENTION, SUPPORT_TEAM, GENERAL_PRACTITIONER, AWAY_FROM_MEANS, SOMEBODY_NEAR),
    ),
    "zorg": Needed("diffuus", (SUICIDE_PREVENTION, ALARM, SUPPORT_TEAM, GENERAL_PRACTITIONER)),
    "geen_met_nummers": Needed(
        "geen", (ALARM, POLICE, SUPPORT_TEAM), ({**_NOTHING, "onveilig_gevoel": "zeg_ik_liever_niet"},)
    ),
    "geen": Needed("geen", (ALARM,), ({**_NOTHING, "onveilig_gevoel": "nee"},)),
}
