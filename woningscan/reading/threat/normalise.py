"""From what people type to plain lower-case tokens with sentence and clause numbers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_CHARS = 2000
"""Longer text is judged on its beginning and its end; the gate caps messages far below this."""

_LOOK_ALIKES = str.maketrans("авеіјкмнорстухҮԁɡοαειυκρτνβ", "abeijkmhopctyxYdgoaeiukptvb")
EMOJI = {
    "🔥": "brand",
    "🔪": "mes",
    "🗡": "mes",
    "🔫": "pistool",
    "💣": "bom",
    "🧨": "vuurwerk",
    "⚰": "doodskist",
    "💀": "doodshoofd",
    "☠": "doodshoofd",
    "🪓": "bijl",
    "👤": "iemand",
    "🆘": "sos",
    "🪦": "grafsteen",
    "🩸": "bloed",
}
_QUOTES = str.maketrans(dict.fromkeys("“”„«»‟〝〞", '"') | dict.fromkeys("‘’‚‛`´′", "'"))
_LEET = str.maketrans("013457@$!", "oieastasi")
_LEET_WORD = re.compile(r"(?<![\w@$])[a-z]+[0134578@$!]{1,2}[a-z][a-z0134578@$]*(?!\w)")
_REPEATED = re.compile(r"([a-z!?.])\1{2,}")
_SPACED = re.compile(r"(?<!\w)(?:[a-z][ .\-_*]){3,40}[a-z](?!\w)")
_TOKEN = re.compile(r"\d+[.:]\d+|[a-z0-9]+(?:['\-][a-z0-9]+)*|'(?:s|t|n|k|m|r|ie)\b|[.!?]+|[,;:()\"\n]|[-/]|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?]+|\n")
_SHORT_FORMS = {"'s": "'s", "'t": "het", "'n": "een", "'k": "ik", "'m": "hem", "'r": "haar", "'ie": "hij"}
_REWRITES = {
    "m'n": "mijn",
    "mn": "mijn",
    "z'n": "zijn",
    "zn": "zijn",
    "d'r": "haar",
    "dr": "er",
    "ff": "even",
    "t": "het",
    "k": "ik",
    "ge": "je",
    "gij": "jij",
    "u'w": "uw",
    "da": "dat",
    "wa": "wat",
    "nie": "niet",
    "ni": "niet",
    "ne": "een",
    "nen": "een",
    "den": "de",
    "heb'k": "heb ik",
    "zo'n": "zo een",
    "kweet": "ik weet",
    "kheb": "ik heb",
    "tis": "het is",
    "ie": "hij",
    "em": "hem",
    "mij": "me",
    "jou": "je",
    "jullie": "jullie",
    "vd": "van de",
    "vh": "van het",
    "gvd": "",
    "wss": "waarschijnlijk",
    "idd": "inderdaad",
    "msg": "bericht",
    "gister": "gisteren",
    "gistren": "gisteren",
    "eergister": "eergisteren",
    "jouw": "je",
    "i'm": "i am",
    "don't": "do not",
    "can't": "can not",
    "cant": "can not",
    "doesn't": "does not",
    "didn't": "did not",
    "isn't": "is not",
    "there's": "there is",
    "he's": "he is",
    "they're": "they are",
    "someone's": "someone is",
    "i've": "i have",
    "we'll": "we will",
    "i'll": "i will",
    "you're": "you are",
    "amper": "amper",
    "bn": "ben",
    "nt": "net",
    "omg": "",
    "wnr": "wanneer",
    "zegge": "zeggen",
}
_CLAUSE_WORDS = {
    "maar",
    "alleen",
    "behalve",
    "terwijl",
    "omdat",
    "want",
    "toch",
    "sindsdien",
    "but",
    "because",
    "echter",
    "hoewel",
    "ofschoon",
    "totdat",
    "waarna",
    "waarop",
    "zolang",
    "sinds",
    "although",
    "until",
}


@dataclass(frozen=True)
class Token:
    """One word or mark with the number of its sentence and clause; ``quoted`` inside quotation marks."""

    text: str
    sentence: int
    clause: int
    quoted: bool = False

    @property
    def is_word(self) -> bool:
        """False for punctuation and symbols."""
        return self.text[:1].isalnum() or (len(self.text) > 1 and self.text[0] == "'")


@dataclass(frozen=True)
class Message:
    """A normalised message: tokens of words only, plus facts about its marks."""

    tokens: tuple[Token, ...]
    question_sentences: frozenset[int]
    plain: str


def plain_text(text: str) -> str:
    """Lower-case text without accents, invisible signs, look-alikes and stretched letters."""
    if len(text) > MAX_CHARS:
        half = MAX_CHARS // 2
        text = text[:half] + " " + text[-half:]
    if any(c.isalpha() for c in text) or "\U0001f198" in text:
        text = "".join(f" {EMOJI[c]} " if c in EMOJI else c for c in text)
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES).lower().translate(_LOOK_ALIKES)
    text = unicodedata.normalize("NFD", text)
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Mn", "Cf", "Cc", "Cs", "Co", "Cn"})
    text = "".join(kept)
    text = _REPEATED.sub(r"\1\1", text)
    text = _SPACED.sub(lambda m: re.sub(r"[ .\-_*]", "", m.group()), text)
    return _LEET_WORD.sub(lambda m: m.group().translate(_LEET), text)


def read(text: str) -> Message:
    """Split ``text`` into numbered sentences and clauses. Any string is accepted."""
    plain = plain_text(text)
    tokens: list[Token] = []
    questions: set[int] = set()
    sentence = clause = 0
    quoted = False
    for raw in _TOKEN.findall(plain):
        if _SENTENCE_END.fullmatch(raw):
            if "?" in raw:
                questions.add(sentence)
            sentence, clause = sentence + 1, clause + 1
        elif raw == '"':
            quoted, clause = not quoted, clause + 1
        elif raw in {",", ";", ":", "(", ")"}:
            clause += 1
        elif raw[0].isalnum() or (len(raw) > 1 and raw[0] == "'"):
            if raw in _CLAUSE_WORDS:
                clause += 1
            for word in _words(raw):
                tokens.append(Token(word, sentence, clause, quoted))
        elif raw == "'":
            quoted, clause = not quoted, clause + 1
        elif raw not in "-/":
            sentence, clause = sentence, clause + 1
    return Message(tuple(tokens), frozenset(questions), plain)


def _words(raw: str) -> list[str]:
    """Full forms of a short or written-together form, without stretched double letters at the end."""
    if raw in _SHORT_FORMS:
        return [_SHORT_FORMS[raw]]
    if raw in _REWRITES:
        return _REWRITES[raw].split()
    parts = raw.replace("-", "").split("'")
    if len(parts) > 1 and len(parts[-1]) <= 1:  # foto's, camera's
        return ["".join(parts)]
    return [p for p in parts if p]
