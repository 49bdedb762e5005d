"""What a text in a certain place may never lose: KEPT has, by file and key, the sense that must stay in a sentence.

Sources: the AI act, article 50 (a computer says that it is one); docs/gegevensverwerking.md (what is kept, how long,
and that nothing is sent before a yes); for what is dangerous those of the routes
(`woningscan.content.check.routes.parts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from woningscan.content.check.routes.parts import (
    CANNOT_CALL,
    CANNOT_JUDGE,
    NOT_OPEN,
    OUT_AT_A_FIRE,
    STAY_INSIDE,
    TOUCH_NOTHING,
    Part,
    words,
)
from woningscan.content.check.routes.problems import BACK
from woningscan.content.problems import Problem, problem
from woningscan.content.texts import sentences

_A_COMPUTER = words("dat men met een computer praat", r"\b(?:computer|chatbot|geen mens)\b")
_NO_VERDICT = words("dat het plan geen oordeel is", r"\bgeen oordeel\b|\bzegt niet\b")
_STAYS_THERE = words("dat een verstuurde aanvraag blijft", r"\baanvraag\b.*\bblijft\b")
_NOT_FOR_THREATS = words(
    "dat de woningscan niet voor een concrete dreiging is",
    r"\b(?:geen|zonder|niet)\b.*\b(?:concrete|dreiging|gevaar)\b",
)
_TELEGRAM_READS = words("dat Telegram kan meelezen", r"(?=.*\b(?:Telegram|bedrijf)\b).*\b(?:meelezen|lezen|leest)\b")
_POLICE_JUDGE = words("dat de politie dit beoordeelt", r"\bpolitie\b")
_TYPED_ERASES = words("hoe men wist: typ 'wis mijn gegevens'", r"\bwis mijn gegevens\b")
_KEPT_HOW_LONG = words("hoelang antwoorden blijven", r"\b72 uur\b.*\b30 dagen\b")
_NOW = words("de vraag of er nu gevaar is", r"\bnu\b.*\bgevaar\b.*\?|\bgevaar\b.*\bnu\b.*\?")
_LINK_ONCE = words("dat de link één keer werkt, tot 24 uur", r"\béén keer\b.*\b24 uur\b")
_PDF_ONCE = words("dat een pdf één keer kan, tot een half uur", r"\béén keer\b.*\bhalf uur\b")
_NOT_KNOWN = words(
    "dat de chatbot dit niet weet",
    r"\bweet ik\b.*\bniet\b|\bik weet\b.*\bniet\b|\bniet (?:zeker|bekend)\b"
    r"|\bCCV kan u\b",
)
_ASK_NOT_KNOWN = (
    "ask_who_visits",
    "q_partner_invullen",
    "q_statenlid",
    "q_kandidaat_oud",
    "q_ouders",
    "q_nog_eens",
    "q_duur_bezoek",
    "q_wanneer_aan_de_beurt",
    "q_brief_thuis",
    "q_rapport",
    "q_adviseur_wie",
    "q_raadsledenscan",
    "q_adres",
    "q_verantwoordelijk",
)
"""Answers on what no source says: chapter 10 of the domain."""
_TO_BE_SETTLED = words("dat het CCV die termijn nog moet vaststellen", r"\bvaststel")
_AFTER_YES = words("dat er pas na een ja iets wordt verstuurd", r"\b(?:niets|pas)\b.*\bja\b")

KEPT: dict[str, dict[str, tuple[Part, ...]]] = {
    "messages.yml": {
        **dict.fromkeys(("opening.chatbot", "plain.chatbot", "telegram.description"), (_A_COMPUTER,)),
        "opening.privacy": (_KEPT_HOW_LONG, _TYPED_ERASES),
        "opening.kept": (_KEPT_HOW_LONG, _TYPED_ERASES),
        **dict.fromkeys(
            ("opening.overheard", "overheard", "handoff.overheard", "booking.link.why"), (_TELEGRAM_READS,)
        ),
        **dict.fromkeys(
            ("opening.danger", "threat.check.now", "report.danger", "threat.taken_back", "threat.go_on"), (_NOW,)
        ),
        **dict.fromkeys(("plan.report", "request.gone"), (_LINK_ONCE,)),
        "report.gone": (_LINK_ONCE, _PDF_ONCE),
        "report.pdf.once": (_PDF_ONCE,),
        "nav.stop": (_KEPT_HOW_LONG,),
        "nav.confirm.erase": (words("dat wissen niet terug te draaien is", r"\bniet terug|\bdefinitief"), _STAYS_THERE),
        "nav.confirm.restart": (words("dat antwoorden dan weg zijn", r"\bwis"),),
        "card.danger.outside": (STAY_INSIDE, NOT_OPEN),
        "card.danger.fire": (OUT_AT_A_FIRE,),
        "card.danger.object": (TOUCH_NOTHING,),
        "plan.intro": (_NO_VERDICT,),
        "plan.intro.nothing_to_do": (_NO_VERDICT,),
        "report.offer": (_NOT_FOR_THREATS,),
        **{f"booking.start.{kind}": (_AFTER_YES,) for kind in ("woningscan", "terugbellen")},
        **{f"booking.link.{kind}": (_AFTER_YES, _LINK_ONCE) for kind in ("woningscan", "terugbellen")},
        "request.door": (_AFTER_YES,),
        "booking.consent": (
            words("aan wie de gegevens gaan", r"\bCCV\b"),
            words("dat dit een vraag om toestemming is", r"\b(?:akkoord|toestemming|mag)\b.*\?"),
            words("dat antwoorden op de zelfscan niet meegaan", r"\bantwoorden\b.*\bniet\b"),
        ),
        "handoff.consent": (words("dat dit een vraag om toestemming is", r"\b(?:mag|akkoord)\b.*\?"),),
        "handoff.no_details": (words("dat details voor de politie zijn", r"\bpolitie\b"),),
        "handoff.chat.threat": (words("dat de medewerker niet van de politie is", r"\bniet\b.*\bpolitie\b"),),
        "handoff.taken": (words("dat men met een mens praat", r"\b(?:mens|medewerker)\b"),),
        "handoff.back": (_A_COMPUTER,),
        "handoff.back.staff": (_A_COMPUTER,),
        "threat.cannot_call": (CANNOT_CALL,),
        "threat.cannot_call.kind": (CANNOT_CALL,),
        "gate.not_handled": (words("dat het bericht niet is verwerkt", r"\bniet verwerkt\b|\bniet aangekomen\b"),),
        "gate.not_handled.kept": (words("dat het bericht niet is verwerkt", r"\bniet verwerkt\b|\bniet aangekomen\b"),),
        "handoff.too_many": (words("dat het bericht niet is aangekomen", r"\bniet\b.*\b(?:aangekomen|verwerkt)\b"),),
    },
    "answers.yml": {
        **dict.fromkeys(_ASK_NOT_KNOWN, (_NOT_KNOWN,)),
        "q_bedrag_2400": (words("dat die regeling is gestopt", r"\b(?:gestopt|vervallen|afgelopen|niet meer)\b"),),
        "q_intrekken": (_TO_BE_SETTLED,),
        "ask_capabilities": (CANNOT_CALL, CANNOT_JUDGE),
        "ask_eligibility": (_NOT_FOR_THREATS,),
        "ask_who_reads": (
            words(
                "dat het CCV geen antwoorden op de zelfscan krijgt",
                r"\bantwoorden\b.*\bniet\b|\bniet\b.*\bantwoorden\b",
            ),
        ),
        "q_later_verder": (_KEPT_HOW_LONG,),
        "q_bewaartermijn": (_KEPT_HOW_LONG, _TO_BE_SETTLED),
        "ask_privacy": (_KEPT_HOW_LONG, _TYPED_ERASES, _STAYS_THERE),
        "q_computer": (_A_COMPUTER, CANNOT_CALL, CANNOT_JUDGE),
        "q_pakket": (TOUCH_NOTHING,),
        "q_bewijs": (TOUCH_NOTHING, words("eerst vastleggen, daarna pas verwijderen", r"\beerst\b.*\bdaarna\b")),
        "q_is_dit_bedreiging": (_POLICE_JUDGE,),
        "q_wissen": (words("dat wissen kan", r"^ja\b|\bkunnen weg\b"), _TYPED_ERASES, _STAYS_THERE),
        "q_waarom_geen_scan": (_NOT_FOR_THREATS,),
        "q_al_beveiligd": (_NOT_FOR_THREATS, words("eerst overleg met de politie", r"\bpolitie\b")),
        "q_telegram": (_TELEGRAM_READS,),
    },
    "labels.yml": {
        "report_threat": (words("het woord dreiging", r"dreig|gevaar"),),
        "dreiging:nu": (words("dat er nu gevaar is", r"\bnu\b.*\bgevaar\b|\bgevaar\b.*\bnu\b"),),
        "dreiging:wel": (words("dat er een dreiging is", r"\bdreiging\b"),),
        "dreiging:nee": (words("dat er geen dreiging is", r"\bgeen dreiging\b|\bniet bedreigd\b"),),
        "dreiging:politie": (words("dat de politie het weet", r"\bpolitie\b"),),
        "erase_data": (words("dat het wist", r"\b(?:wis|verwijder)"),),
        "consent": (words("dat het verstuurt", r"\b(?:verstuur|stuur|akkoord)"),),
        "chat_private": (words("dat er niets wordt gedeeld", r"\b(?:niets|niet)\b"),),
        "cancel_booking": (words("dat het stopt", r"\b(?:stop|annuleer|trek)"),),
    },
}
# The questions about danger: what each must go on asking, in one of its sentences.
TRIAGE: dict[str, tuple[Part, ...]] = {
    "gevaar_nu": (words("of er nu gevaar is", r"\bnu\b.*\bgevaar\b|\bgevaar\b.*\bnu\b"),),
    "voorval": (
        words("of er iets is gedaan of aangekondigd", r"\baangekondigd\b|\bbedreig"),
        words("bedreiging als voorbeeld", r"\bbedreig"),
    ),
    "doxing": (words("of er gegevens online staan om bang te maken", r"(?=.*\bonline\b).*\b(?:bang|lastig)"),),
    "onveilig_gevoel": (words("of iemand zich onveilig voelt", r"\bonveilig\b"),),
}
_CALL_112 = words("wie men bij gevaar belt: {alarmnummer}", r"\{alarmnummer\}")
_NOT_OPENED = words("niet openen", r"\b(?:niet open\w*|open\b.*\bniet)\b")
_NO_RESISTANCE = words("dat men zich niet verzet", r"\bniet verzet|\bverzet u niet\b|\bgeen verzet\b")
# Tips about what is dangerous in itself, by question and answer.
TIPS: dict[str, dict[str, tuple[Part, ...]]] = {
    "verdachte_post": dict.fromkeys(("deels", "nee", "weet_niet"), (_CALL_112, _NOT_OPENED)),
    "vaste_zin_aan_de_deur": {"nee": (_CALL_112,)},
    "afspraken_vreemd_bezoek": {"nee": (_CALL_112,)},
    "handelen_bij_overval": {"deels": (_CALL_112,), "nee": (_CALL_112, _NO_RESISTANCE)},
    "hulp_van_een_buur": dict.fromkeys(("ja", "deels", "nee"), (_CALL_112,)),
    "app_112nl": {"nee": (_CALL_112,)},
    "klap_bij_de_voordeur": dict.fromkeys(("deels", "nee"), (_CALL_112, TOUCH_NOTHING)),
}


def kept_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    """Everything that the files that fit their schema no longer say. A key that is gone is told by `used_keys`."""
    for file, keys in KEPT.items():
        for key, parts in keys.items():
            yield from _lost(file, (key,), _under(parsed.get(file, {}).get(key)), parts)
    for index, question in enumerate(parsed.get("triage.yml", {}).get("questions", ())):
        path = ("questions", index, "ask")
        yield from _lost("triage.yml", path, [question["ask"]], TRIAGE.get(question["id"], ()), question["id"])
    for file, data in parsed.items():
        if file.startswith("questionnaire/"):
            yield from _tips(file, data["questions"])


def _lost(
    file: str, path: tuple[Any, ...], texts: Sequence[str], parts: Sequence[Part], name: str | None = None
) -> Iterator[Problem]:
    for part in parts if texts else ():
        if not any(part.sense.search(sentence) for text in texts for sentence in sentences(text)):
            yield problem(file, path, f"hier is een vast onderdeel weg: {part.told}. {BACK}", name=name)


def _under(value: Any) -> list[str]:
    """The texts of a message or label, or of an answer."""
    texts = value.get("text", []) if isinstance(value, dict) else value
    return [texts] if isinstance(texts, str) else list(texts or ())


def _tips(file: str, questions: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    for index, question in enumerate(questions):
        for number, choice in enumerate(question["choices"]):
            parts = TIPS.get(question["id"], {}).get(choice["value"], ())
            tips = [choice["tip"], *(variant["tip"] for variant in choice.get("variants", ()))]
            for tip in tips:
                path, name = ("questions", index, "choices", number, "tip"), f"{question['id']}.{choice['value']}"
                yield from _lost(file, path, [tip], parts, name)
