"""Typed answers that need no model: what stands on the screen, a place in the list, words that always mean the same.

They are what is left when the model is not there, and where they apply nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from woningscan.content.model import SKIPPED, Question

MAX_CHARS, FEW_WORDS = 400, 3
"""A longer text is a story; only a model can say which choice it means."""
SKIP_WORDS = "overslaan"
"""The key of `content/answer_words.yml` for passing over a question."""
_ALIKE = {"weet_niet": "weet_niet", "ik_twijfel": "weet_niet", "weet_niet_zeker": "weet_niet", "klopt": "klopt"}
_POSITION = re.compile(
    r"(?:(?:ik )?(?:kies|neem|doe|optie|keuze|antwoord|nummer|nr|de|het|maar|voor) )*"
    r"([a-h]|\d{1,2}|eerste|tweede|derde|vierde|vijfde|laatste|bovenste|onderste)(?: optie| keuze| antwoord)?"
)
_LEAD = re.compile(
    r"^(?:(?:nee |sorry |oh |eh )?ik (?:bedoel|bedoelde|kies|zeg|zei)|(?:mijn|het) antwoord is|antwoord|doe maar"
    r"|laten we zeggen|zeg maar)"
    r" (?:gewoon |dus |eigenlijk |toch )?(?=\S)"
)
"""What people say before an answer that they give again."""
OF_ONESELF = 8
_OF_ONESELF = re.compile(
    r"^(?:(?:ja|nou|oh|hallo) )*(?:ik ben|mijn functie is|functie|als)? ?(?:trouwens |gewoon |hier |de |een )*"
)
_ORDINALS = {
    **{"eerste": 0, "bovenste": 0, "tweede": 1, "derde": 2, "vierde": 3, "vijfde": 4},
    **{"laatste": -1, "onderste": -1},
}
_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "👍": " ja ", "👎": " nee ", "✅": " ja ", "❌": " nee ", "🤷": " weet ik niet "}
)
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_DOUBTS = r"nog|denk|wacht|momenteel|misschien|geloof|hoop|meer|bijna|beetje|behalve|ernstigs|straks"
_DOUBT = re.compile(rf"\b(?:{_DOUBTS})\b")
_HEDGES = re.compile(rf"\b(?:{_DOUBTS}|echt|volgens|helaas|even|helemaal|allemaal|alleen|maar|veel)\b")
_BARE_HEDGE = re.compile(r"^(?:\w+ )?niet (?:echt|veel|zo|zoveel|heel veel|erg|bepaald)(?: hoor)?$")
_NO_GOOD = re.compile(
    r"\b(?:er|hier|dr) is (?:wel |toch |nu |inderdaad |echt |weer )*iets\b"
    r"|\b(?<!niet )(?:bang|angstig|angst|onveilig)\b"
    r"|\b(?:niet|niemand|nooit|geen)\b.{0,20}\b(?:veilig|orde|pluis|gerust|gemak|goed)\b|\bniet (?:niks|niets)\b"
    r"|\b(?:er|steeds) (?:staat|staan|loopt|lopen|zit|zitten|hangt|hangen|rijdt|rijden)\b"
    r"|\b(?:staat|staan|loopt|lopen|zit|zitten|hangt|hangen|rijdt|rijden|komt|komen)"
    r" (?:er|hij|ze|die|steeds|dezelfde|weer)\b"
)
"""In a no to a safety question: that something is the matter after all, or may be."""
_SAYS_NO = re.compile(
    r"\b(?:nee|neen|nee\w+|ne|nope|nah|no|niet|nie|geen|nooit|noit|niks|nix|niets|niemand|nergens|geenszins|neu|zonder|nul|not|none|never"
    r"|rustig|veilig|prima|goed|orde|oke|ok|okay|okee|best|stil|kalm|vredig|gelukkig|mee|vrij|prettig|fijn|onzin|loos|vals|welnee)\b"
)
"""What a no to a safety question has a word of."""
_SAYS_YES_OR_WHO = re.compile(
    r"\b(?:ja\w*|jep|jup|yes|klopt|zeker|helaas|inderdaad|wel|soms|vaak|beetje|tikje|twijfel\w*|misschien|mogelijk|denk|weet|idee|idk"
    r"|ik|k|mij|me|mn|mijn|mien|ons|onze|we|wij|wie|hij|hem|zij|ze|iemand|niemand"
    r"|er (?:is|was|zijn|waren)|dat (?:is|was|wel)|die|man|vrouw|vent|kerel|mensen|lui"
    r"|nog|net|nu|gister\w*|bang\w*|onveilig\w*|angst\w*|eng|dreig\w*|bedreig\w*|liever|politie|zeg|boze?|mail\w*|brief|briefje|tele\w*|online|adres)\b"
)
"""What another answer than no to a safety question has a word of."""
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
Words = Mapping[str, Sequence[str]]


_EXCLAIMS = re.compile(r"^(?:o+h*|ow|och|oei|ach|wacht) nee\b(?! hoor| niks| niets| niemand| geen|$)")
"""A no with which somebody begins to put something else right ("o nee, we hebben drie kinderen")."""
_NONE_OF_SOMETHING = re.compile(
    r"\bgeen (?!(?:\w+ )?(?:\w*gevaar\w*|\w*dreig\w*|probleem|problemen|last|incident\w*|reden|sprake|zorgen|brand"
    r"|inbraak|inbreker\w*|overlast|nee|ja|idee|nood|paniek|ding\w*|signa\w+|aanwijzing\w*|\w*bericht\w*|brieven|mails?|haat\w*|vreemd\w*|raar|rare|gek\w*"
    r"|onveilig\w*|angst|dat soort|zulke|enkel\w*|een|van|aan|moment|meldingen|boze|vernieling\w*|mens\w*|iemand)\b)\w+"
)
"""None of a thing that a safety question is not about."""
_COUNTED = {word: str(at) for at, word in enumerate("twee drie vier vijf zes zeven acht".split(), start=2)}
"""Without "een", which is an article more often than a number."""
_YES_OR_NO = frozenset(
    "ja nee neen jawel jazeker overal allemaal alle elke iedere beide allebei nergens alleen geen".split()
)


def folded(text: str) -> str:
    """Plain words: lower case, no accents, no stretched letters, one space between."""
    bare = unicodedata.normalize("NFKD", text.translate(_SIGNS).lower().replace("_", " "))
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(_STRETCHED.sub(r"\1\1", bare)))


def listed_answer(question: Question, text: str) -> str | None:
    """The choice of which a text is the label, a listed phrase or the place in the list; a question is none."""
    plain = _plain(text)
    own = _own_forms(tuple((c.value, c.label, c.phrases) for c in question.choices)).get(plain, frozenset())
    if not plain:
        return None
    return next(iter(own)) if len(own) == 1 else _by_position(question, plain)


def common_answer(question: Question, text: str, words: Words) -> str | None:
    """The choice, or `SKIPPED`, of a text that means the same at every question."""
    plain = _plain(text)
    if not plain:
        return None
    for value in (choice.value for choice in question.choices):
        if plain in _common_forms(words, _ALIKE.get(value, value)):
            return None if is_hedged_no(question, value, text) else value
    return SKIPPED if question.skippable and plain in _common_forms(words, SKIP_WORDS) else None


def fixed_answer(question: Question, text: str, words: Words) -> str | None:
    """What a text answers without a model; None for any text that only a model can read."""
    return listed_answer(question, text) or common_answer(question, text, words)


def is_hedged_no(question: Question, value: str, text: str) -> bool:
    """A no to a safety question that is not plain ("niet echt", "nog niet"): it sends nobody past the help."""
    return question.section == "triage" and value == "nee" and _HEDGES.search(folded(text)) is not None


def doubts(text: str) -> bool:
    """Whether a no leaves something open for certain ("nog niet", "behalve"), which "niet echt" does only alone."""
    plain = folded(text)
    return _DOUBT.search(plain) is not None or _BARE_HEDGE.search(plain) is not None


def is_no_with_danger(question: Question, value: str, text: str) -> bool:
    """A no to a safety question that says in the same breath that all is not well, or only asks."""
    if question.section != "triage" or value != "nee":
        return False
    asks = text.rstrip().endswith("?") and len(text.split()) <= FEW_WORDS
    return asks or _NO_GOOD.search(folded(text)) is not None


def is_no_without_a_word(question: Question, value: str, text: str) -> bool:
    """A no to a safety question of which no word says it ("koop, ooit gekocht"), or of something else ("we hebben geen
    huisdieren", "o nee, we hebben er drie"): a guess of the model."""
    if question.section != "triage" or value != "nee":
        return False
    return _SAYS_NO.search(_NONE_OF_SOMETHING.sub(" ", _EXCLAIMS.sub(" ", folded(text)))) is None


def tells_of_nobody(question: Question, value: str, text: str) -> bool:
    """Another answer than no to a safety question, in a text with no yes and nobody in it ("twee-onder-een-kap")."""
    return question.section == "triage" and value != "nee" and _SAYS_YES_OR_WHO.search(folded(text)) is None


def counts_differ(text: str) -> bool:
    """Whether a text gives two numbers and says neither yes nor no ("2 stuks, 3 verdiepingen")."""
    words = folded(text).split()
    counted = {_COUNTED.get(word, word) for word in words if word in _COUNTED or (word.isdigit() and len(word) < 3)}
    return len(counted) > 1 and not _YES_OR_NO.intersection(words)


def _plain(text: str) -> str:
    """The folded text; "" for one that is too long or asks something, which is no fixed answer."""
    return "" if len(text) > MAX_CHARS or text.rstrip().endswith("?") else _LEAD.sub("", folded(text))


def named_choice(question: Question, text: str, but: str = "") -> str | None:
    """The one choice whose label stands in a text as it is, beside other words; the value `but` does not count."""
    plain = f" {folded(text[:MAX_CHARS])} "
    others = (choice for choice in question.choices if choice.value != but)
    named = [choice.value for choice in others if f" {folded(choice.label)} " in plain]
    return named[0] if len(named) == 1 else None


def listed_in(question: Question, text: str) -> str | None:
    """The one choice of which the label or a listed phrase stands in a text, beside other words."""
    return _one_of(question, lambda form: f" {form} " in f" {folded(text[:MAX_CHARS])} ")


def said_of_oneself(question: Question, text: str) -> str | None:
    """The choice that a short text says somebody is: "ik ben wethouder", "raadslid in een dorp"; a question is none."""
    plain = _OF_ONESELF.sub("", folded(text))
    if text.rstrip().endswith("?") or len(plain.split()) > OF_ONESELF:
        return None
    return _one_of(
        question,
        lambda form: (
            re.match(rf"{re.escape(form)}(?:$| (?:hier|in|van|bij|voor|trouwens|dus|hoor)\b)", plain) is not None
        ),
    )


def _one_of(question: Question, fits: Callable[[str], bool]) -> str | None:
    """The choice of which a label or phrase fits, where it is one."""
    fitting = {c.value for c in question.choices if any(fits(folded(form)) for form in (c.label, *c.phrases))}
    return fitting.pop() if len(fitting) == 1 else None


def _by_position(question: Question, plain: str) -> str | None:
    """ "2", "b", "optie b", "de laatste": the choices stand in this order on the screen."""
    match = _POSITION.fullmatch(plain)
    if match is None:
        return None
    place = match.group(1)
    at = _ORDINALS.get(place)
    if at is None:
        at = int(place) - 1 if place.isdigit() else ord(place) - ord("a")
    return question.choices[at].value if -1 <= at < len(question.choices) and place != "0" else None


@lru_cache(maxsize=512)
def _own_forms(choices: tuple[tuple[str, str, tuple[str, ...]], ...]) -> Mapping[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for value, label, phrases in choices:
        for form in (label, value, *phrases):
            forms.setdefault(folded(form), set()).add(value)
    return {form: frozenset(values) for form, values in forms.items()}


def _common_forms(words: Words, value: str) -> frozenset[str]:
    return _folded_forms(tuple(words.get(value, ())))


@lru_cache(maxsize=128)
def _folded_forms(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, forms))
