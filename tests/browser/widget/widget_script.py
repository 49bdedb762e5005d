"""What the scripted server of the widget's tests says: a scan of three questions that shows every kind of part."""

from __future__ import annotations

from typing import Any

from tests.support.places import ROOT
from woningscan.content import load_content
from woningscan.conversation.reply import Choice, Reply, items, link, notice, progress, text

CONTENT = load_content(ROOT / "content")
ALARM = CONTENT.contacts["alarmnummer"].value
HOSTILE = "<img src=x onerror=alert(1)><b>vet</b> \u202eomgekeerd\u202c nul\u200bbreed\u2066 {{7*7}} ${1+1}"
SHOWN = "<img src=x onerror=alert(1)><b>vet</b> omgekeerd nulbreed {{7*7}} ${1+1}"

_COMMANDS = {
    "ask_why": "Waarom vraagt u dit?",
    "skip": "Sla over",
    "back": "Vorige vraag",
    "pause": "Pauze",
    "report_threat": "Er is dreiging",
    "start_scan": "Zelfscan beginnen",
    "resume": "Verdergaan",
}
_FUNCTIONS = (
    "Burgemeester",
    "Wethouder",
    "Raadslid",
    "Gedeputeerde",
    "Commissaris van de Koning",
    "Waterschapsbestuurder",
)
QUESTIONS: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("functie", "Om te beginnen", "Wat is uw functie?", _FUNCTIONS),
    ("buitenverlichting", "Woninginbraak", "Is er verlichting bij de voordeur?", ("Ja", "Nee", "Weet ik niet")),
    (
        "rookmelder",
        "Brandstichting",
        "Werken de rookmelders in uw woning?",
        ("Ja, op elke verdieping", "Ja, maar niet op elke verdieping", "Nee, of ik weet het niet"),
    ),
]


def opening() -> list[Reply]:
    return [
        Reply(
            "opening.chatbot",
            (text("Goedendag. Ik ben een chatbot."), notice(f"Is er nu gevaar? Bel {ALARM}.", "emergency")),
        ),
        Reply(
            "opening.welcome",
            (text("Na elk antwoord krijgt u een tip en aan het einde een plan."), text("Wilt u de zelfscan beginnen?")),
            _commands("start_scan"),
            _commands("report_threat"),
        ),
    ]


def question(index: int) -> Reply:
    key, theme, asked, labels = QUESTIONS[index]
    title = f"Vraag {index + 1} van {len(QUESTIONS)} · {theme}"
    choices = tuple(Choice(f"antwoord:{key}={number}", label) for number, label in enumerate(labels))
    parts = (progress(index + 1, len(QUESTIONS), theme, title), text(asked))
    tools = ("ask_why", "skip", *(("back",) if index else ()), "pause", "report_threat")
    return Reply(f"scan.ask.{key}", parts, choices, _commands(*tools))


def tip(label: str) -> Reply:
    return Reply(
        "scan.tip",
        (text(f"Uw antwoord: {label}."), text("Tip: laat een lamp met een sensor branden als het donker is.")),
    )


def plan() -> Reply:
    actions = [
        "Hang bij de voordeur een lamp met een sensor.",
        "Test elke maand uw rookmelders.",
        "Doe de deur op het nachtslot.",
    ]
    parts = (
        text("Dit plan komt uit uw eigen antwoorden."),
        items(actions, ordered=True),
        link("Plan openen", "/rapport/abc"),
    )
    return Reply("plan.intro", parts, (), _commands("report_threat"))


def threat() -> Reply:
    parts = (notice(f"Bel nu {ALARM}.", "emergency"), items(["Ga naar een veilige plek.", "Raak niets aan."]))
    return Reply("threat.route.acuut", parts, _commands("resume"), _commands("report_threat"))


def all_answers() -> Reply:
    choices = tuple(
        Choice(f"change:{number}", f"Antwoord {number} op een vraag van de zelfscan") for number in range(17)
    )
    return Reply("nav.change", (text("Welk antwoord wilt u wijzigen?"),), choices, _commands("report_threat"))


def consent() -> Reply:
    asked = CONTENT.messages["handoff.consent"]
    choices = (Choice("share", "Ja, de medewerker mag dat zien"), Choice("keep", "Nee, laat niets zien"))
    return Reply("handoff.consent", (text("Er is een medewerker."), text(asked)), choices, _commands("report_threat"))


def person() -> dict[str, Any]:
    """What the server says while a person has the conversation."""
    stop = {"id": "chat_stop", "label": "Terug naar de zelfscan"}
    return {"open": True, "seq": 1, "notice": CONTENT.messages["handoff.notice.wacht"], "stop": stop, "replies": []}


def hostile() -> Reply:
    parts: tuple[dict[str, Any], ...] = (
        text(HOSTILE),
        notice(HOSTILE),
        items([HOSTILE]),
        link(HOSTILE, "javascript:alert(1)"),
        {"kind": "hologram", "text": HOSTILE},
        {"kind": "hologram"},
    )
    return Reply("hostile", parts, (Choice("kwaad", HOSTILE),))


def told(key: str, said: str) -> Reply:
    return Reply(key, (text(said),))


def _commands(*ids: str) -> tuple[Choice, ...]:
    return tuple(Choice(one, _COMMANDS[one]) for one in ids)
