"""Write ``woningscan/reading/threat/tables/typos.py``: real words that are no typing error of a table word.

Usage: python tools/find_real_words.py [/usr/share/hunspell/nl.dic]

Run it when the tables of the threat check grow. The words come from the OpenTaal list (Debian package hunspell-nl, BSD)
and from what our own rows hold several times: those without a class of their own, a typing error from a table word.
"""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.threat_rows import rows  # noqa: E402
from woningscan.reading.threat.lexicon import Lexicon  # noqa: E402
from woningscan.reading.threat.normalise import read  # noqa: E402
from woningscan.reading.threat.weigh import FUZZY_TABLES, TABLES  # noqa: E402

OFTEN = 3
SAME_VERB = ("t", "d", "en")
"""Endings of an entry that make the word before them the same verb: "bedreig" is no other word than "bedreigt"."""
TARGET = ROOT / "woningscan" / "threat" / "tables" / "typos.py"
HEAD = '''"""Real words one or two letters away from a word of the threat tables; they are never read as a typing error.

Made by tools/find_real_words.py from the word list of OpenTaal (https://www.opentaal.org, BSD licence: see
LICENSES/OpenTaal.txt).
"""

NOT_TYPOS = frozenset(
    (
'''


def real_words(path: Path) -> set[str]:
    """Lower-case words without accents of a hunspell dictionary; names and abbreviations left out."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    words = (line.partition("/")[0] for line in lines)
    plain = (unicodedata.normalize("NFD", word) for word in words if word.islower())
    folded = ("".join(c for c in word if not unicodedata.combining(c)) for word in plain)
    return {word for word in folded if word.isascii() and word.isalpha()}


def words_of_rows() -> set[str]:
    """Words that several of our own messages hold: nobody makes the same typing error so often."""
    counts = Counter(token.text for row in rows("train") for token in read(row["text"]).tokens)
    return {word for word, count in counts.items() if count >= OFTEN and word.isalpha()}


def main() -> None:
    """Command line."""
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/hunspell/nl.dic")
    words = real_words(path) | words_of_rows()
    strict, lenient = Lexicon(TABLES, frozenset(words), FUZZY_TABLES), Lexicon(TABLES, frozenset(), FUZZY_TABLES)
    without_class = (word for word in sorted(words) if not strict.classes_of(word))
    entries = {entry.strip("*~") for listed in TABLES.values() for entry in listed.split()}
    other = (word for word in without_class if not {word + end for end in SAME_VERB} & entries)
    found = [word for word in other if lenient.classes_of(word)]
    lines = textwrap.wrap(" ".join(found), 108)
    body = "\n".join(f'        "{line} "' for line in lines)
    TARGET.write_text(f"{HEAD}{body}\n    ).split()\n)\n", encoding="utf-8")
    print(f"{len(found)} words")


if __name__ == "__main__":
    main()
