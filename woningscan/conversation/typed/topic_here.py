"""Which of two questions that sound alike is asked: what the text names, and what is open, tell them apart.

The model reads a question by itself. "Hoe krijg ik dat eraf?" is about this chat for one and about a fake account for
another, and "ik snap de vraag niet" asks for no list of commands.
"""

from __future__ import annotations

import re
from dataclasses import replace

from woningscan.content.model import Question
from woningscan.content.topics import intent_of
from woningscan.reading.opinion import Meaning
from woningscan.reading.secrecy import OTHERS, keeps_it_secret

MEANING, VAGUE, VISIT = "q_woord_uitleg", "ask_capabilities", "ask_who_visits"
_NOT_UNDERSTOOD = re.compile(
    r"\b(?:snap|begrijp|begreep|volg) (?:ik |u |je )?(?:\w+ ){0,3}niet\b"
    r"|\bwat (?:betekent|houdt|is)\b.*\b(?:dat|een|dit|in)\b"
    r"|\b(?:hoe|wat|hoezo) (?:bedoel|bedoelt|bedoelen)\b|\bwat wordt (?:er )?bedoeld\b|\bleg\b.*\buit\b"
)
_OPEN_TO_IT = frozenset({"help", "out_of_scope", "nonsense", "repeat_tips"})
"""Intents that a question about a word is mistaken for."""
_OWN_BUSINESS = frozenset({"erase_data", "report_threat", "stop", "back", "resume"})
_ELSEWHERE = re.compile(
    r"\b(?:eraf|eruit|weg ?halen|weghaal\w*|offline|daar weg|google\w*|internet|online|web ?sites?|sites?"
    r"|facebook|insta\w*|linkedin|twitter|marktplaats|funda|accounts?|zoekresultaten)\b"
)
_IN_THIS_CHAT = re.compile(r"\b(?:chat\w*|gesprek\w*|antwoord\w*|jullie|telegram|wis\w*|hier|deze|dit|plan)\b")
_MACHINE = re.compile(r"\b(?:ai|a\.i|chatgpt|robot|computer|mens|machine|algoritme)\b")
# When a visit may be, which is narrower than what names a time: "mag ik morgen verder" is about this chat.
_A_DAY = re.compile(
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|weekend\w*|avonds?|overdag|ochtends?|vakantie)\b"
)
_WHOM_TO_TELL = re.compile(r"\bbij wie\b|\bwaar (?:moet|kan) ik (?:zijn|heen|terecht)\b")
_A_VISIT = re.compile(
    r"\b(?:advis\w*|bezoek\w*|ccv|langs\w*|kom[te]?\w*|iemand|wie|man of vrouw|thuis|gescreend|legitim\w*)\b"
)
_HOW_MANY = re.compile(r"\bhoe ?veel\b")
DEVICE = "q_apparaat"
_DEVICE = r"(?:computer|laptop|ipad|tablet|telefoon|apparaat|scherm|geschiedenis|browser\w*)"
_LOOKS = r"(?:zien|ziet|lezen|leest|kijk\w*|mee\w*|terug\w*|verberg\w*|verstop\w*|sporen)"
_OF_THE_DEVICE = re.compile(
    rf"\b(?:kan|kunnen|mag|merkt|{_LOOKS})\b.*\b{OTHERS}\b.*\b(?:{_LOOKS}|typ\w*|schrijf\w*|doe)\b"
    rf"|\b{_LOOKS}\b.*\b{_DEVICE}\b|\b{_DEVICE}\b.*\b{_LOOKS}\b|\bverberg\w* .*\bgesprek\b"
    rf"|\b(?:deel|deelt|delen) (?:deze|dit|de|een|onze|mijn) {_DEVICE}\b"
)
_THIS_TALK = re.compile(r"^(?!ja\b|nee\b).*\b(?:dit|deze|dat ik|wat ik|hier|gesprek|chat|meekij\w*)\b")
"""Who else may look at the screen, or afterwards: no question about who reads along here."""
_INSTEAD = (
    (("q_wissen", "q_adres", "ask_privacy"), _ELSEWHERE, "q_adres_van_site"),
    ((VAGUE,), _MACHINE, "q_computer"),
    ((VAGUE,), _WHOM_TO_TELL, "q_bij_wie_melden"),
    (("ask_duration",), _HOW_MANY, "q_hoeveel_nog"),
    (("q_later_verder",), _A_DAY, "q_wanneer_aan_de_beurt"),
)
"""The topics that were read, the words beside which another is meant, and which."""


def topic_here(meaning: Meaning | None, typed: str, question: Question | None) -> Meaning | None:
    """`meaning`, what a text was taken to ask for, with the topic that fits where it is asked; None where the text
    names nothing of it, and None stays None, unless it asks what the open question means or who sees this screen."""
    words = typed.casefold()
    is_of_the_scan = question is not None and question.section != "request"
    if is_of_the_scan and (meaning is None or meaning.intent in _OPEN_TO_IT) and _NOT_UNDERSTOOD.search(words):
        return Meaning(intent_of(MEANING), 1.0, MEANING)
    of_the_device = keeps_it_secret(typed) or (_OF_THE_DEVICE.search(words) and _THIS_TALK.search(words))
    if of_the_device and (meaning is None or meaning.intent not in _OWN_BUSINESS):
        return Meaning(intent_of(DEVICE), 1.0, DEVICE)
    if meaning is None or (meaning.topic == VISIT and not _A_VISIT.search(words)):
        return None
    here = _IN_THIS_CHAT.search(words) is not None
    for topics, named, topic in _INSTEAD:
        if meaning.topic in topics and named.search(words) and not (here and named is _ELSEWHERE):
            return replace(meaning, intent=intent_of(topic), topic=topic)
    return meaning
