"""The rows that the encoder is tuned on: messages with a level, answers with a choice, messages with an intent."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.reader.classes import ABOUT_DANGER, AFTERMATH, CHECK, NONE, class_of, question_text
from bot.reader.pieces import prepared
from woningscan.reading.aftermath import Aftermath

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
LEVELS = ("geen", "diffuus", "concreet", "acuut")
PEOPLE = "people"
"""The set of the threats that start from a person."""
SAFETY = frozenset({"gevaar_nu", "voorval", "doxing", "onveilig_gevoel"})
"""Questions to which a message about danger is an answer."""
SHIFTED_ANSWERS, SHIFTED_MESSAGES, SHIFTED_ALARM = 500, 1_200, 300
"""Texts an epoch has under a question that they do not answer; few answers, for a "nee" may answer any question."""
JOINTS = (". ", ". ", ", ", ", ", " ", " en ", " maar ", "! ")
"""What stands between two things said in one message."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Questions:
    """What is asked, and how the encoder sees it: the text before an answer, and the class of each choice."""

    texts: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]

    def allowed(self, question: str) -> frozenset[str]:
        return frozenset({NONE, *self.choices[question].values()})


def lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def fingerprint() -> str:
    """Changes with any row that is trained on."""
    digest = hashlib.sha256()
    for kind in ("threat", "answers", "intents", "danger"):
        digest.update((DATA / kind / "train.jsonl").read_bytes())
    return digest.hexdigest()


def threats() -> list[Row]:
    """Messages with `level` and, where it is known, `kind`."""
    return lines(DATA / "threat" / "train.jsonl")


def questions() -> tuple[Questions, list[Row]]:
    """The questions of the content, and their phrases as answers."""
    yaml = YAML(typ="safe", pure=True)
    folder = ROOT / "content"
    files = [
        *sorted((folder / "questionnaire").glob("*.yml")),
        *(folder / f"{n}.yml" for n in ("intake", "profile", "triage")),
    ]
    texts: dict[str, str] = dict(ABOUT_DANGER)
    choices = {
        AFTERMATH: {told.value: f"{AFTERMATH}={told.value}" for told in Aftermath},
        CHECK: {value: value for value in ("ja", "nee", "weet_niet")},
    }
    phrases: list[Row] = []
    for question in (q for path in files for q in yaml.load(path.read_text(encoding="utf-8"))["questions"]):
        name, values = question["id"], [choice["value"] for choice in question["choices"]]
        texts[name] = question_text(question["ask"])
        choices[name] = {value: class_of(name, value, values) for value in values}
        for choice in question["choices"]:
            for text in (choice["label"], *choice.get("phrases", ())):
                phrases.append({"question": name, "text": text, "choice": choice["value"]})
    return Questions(texts, choices), phrases


def answers() -> list[Row]:
    return lines(DATA / "answers" / "train.jsonl")


def about_danger() -> list[Row]:
    """What people type when they are asked whether there is danger, and once one is known."""
    return [{**row, "choice": row["answer"]} for row in lines(DATA / "danger" / "train.jsonl")]


def common_answers() -> dict[str, list[str]]:
    """Words that mean the same at every question, by choice."""
    loaded = YAML(typ="safe", pure=True).load((ROOT / "content/answer_words.yml").read_text(encoding="utf-8"))
    return {value: [str(form) for form in forms] for value, forms in loaded.items()}


def intents() -> list[Row]:
    """Messages with their intent, from Rasa's own training data and `own` rows written for people."""
    written = [{**row, "own": True} for row in lines(DATA / "intents" / "train.jsonl")]
    return [*_rasa_examples(), *written]


def _rasa_examples() -> Iterator[Row]:
    yaml = YAML(typ="safe", pure=True)
    for path in sorted((DATA / "nlu").glob("*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8")).get("nlu", ()):
            if "intent" in block:
                for line in block["examples"].splitlines():
                    text = re.sub(r"\[([^\]]+)\](\([^)]*\)|\{[^}]*\})", r"\1", line.removeprefix("- ").strip())
                    if text:
                        yield {"text": text, "intent": block["intent"], "own": False}


def as_typed(text: str, chance: random.Random) -> str:
    """A row as another would type it: as it is, without punctuation, or with typing errors."""
    ready, way = prepared(text), chance.random()
    if way < 0.6:
        return ready
    return _without_punctuation(ready) if way < 0.8 else _with_errors(ready, chance)


def _without_punctuation(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s'@-]", " ", text).split()) or text


def _with_errors(text: str, chance: random.Random) -> str:
    """One typing error in about every 35 characters: dropped, swapped, doubled or wrong."""
    letters = list(text)
    for _ in range(max(1, len(letters) // 35)):
        if len(letters) < 4:
            break
        at, kind = chance.randrange(len(letters) - 1), chance.random()
        if kind < 0.3:
            del letters[at]
        elif kind < 0.6:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif kind < 0.8:
            letters.insert(at, letters[at])
        else:
            letters[at] = chance.choice("abcdefghijklmnoprstuvwz")
    return "".join(letters)


def answers_of_an_epoch(
    asked: Questions,
    told: Sequence[Row],
    common: Mapping[str, Sequence[str]],
    others: Sequence[str],
    chance: random.Random,
) -> list[Row]:
    """Typed answers for one round: the rows, common words under any question, and texts under a question not theirs."""
    names = sorted(asked.texts)
    epoch = list(told)
    for value, forms in common.items():
        fitting = [name for name in names if value in asked.choices[name]]
        for form in chance.sample(list(forms), min(60, len(forms))) if fitting else ():
            epoch.append({"question": chance.choice(fitting), "text": form, "choice": value})
    plain = [row for row in told if row["choice"] and len(row["text"].split()) >= 8]
    for row in chance.sample(plain, min(SHIFTED_ANSWERS, len(plain))):
        other = chance.choice([name for name in names if name not in {row["question"], *ABOUT_DANGER, *SAFETY}])
        epoch.append({"question": other, "text": row["text"], "choice": None})
    for row in chance.sample(plain, min(SHIFTED_ALARM, len(plain))):
        epoch.append({"question": chance.choice(list(ABOUT_DANGER)), "text": row["text"], "choice": None})
    scan = [name for name in names if name not in {*ABOUT_DANGER, *SAFETY}]
    for text in chance.sample(list(others), min(SHIFTED_MESSAGES, len(others))):
        epoch.append({"question": chance.choice(scan), "text": text, "choice": None})
    return epoch


def joined(one: str, other: str, chance: random.Random) -> str:
    """Two texts as one message, in either order."""
    first, second = (one, other) if chance.random() < 0.6 else (other, one)
    return first.rstrip(" .") + chance.choice(JOINTS) + second


def both(told: Sequence[Row], others: Sequence[Row], chance: random.Random, count: int) -> list[Row]:
    """Messages with two things in them: a plain answer with another row beside it, and the fields of both."""
    short = [row for row in told if row["choice"] and row["question"] not in SAFETY and len(row["text"].split()) <= 12]
    beside = [row for row in others if len(row["text"].split()) <= 25]
    made = []
    for _ in range(min(count, len(short) * len(beside))):
        answer, other = chance.choice(short), chance.choice(beside)
        made.append({**other, **answer, "text": joined(answer["text"], other["text"], chance)})
    return made
