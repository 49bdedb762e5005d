"""Measure what the reader makes of messages: `python tools/evaluate_reader.py [--split dev] [--misses] [--baselines]`.

Threats by the whole check, answers and intents as the bot takes them. Prints shares with intervals, by writer where the
rows say who wrote them, and the milliseconds a message takes. Fails when the model's file was tuned on other rows than
there are now. The baselines are a list of words and Rasa's stock classifier trained on the same threats (20 minutes).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.reader.classes import AFTERMATH, CHECK, NONE  # noqa: E402
from bot.reader.encoder import packaged_encoder  # noqa: E402
from bot.reader.reader import check, read  # noqa: E402
from tools.reader_rows import Row, rows, share  # noqa: E402
from tools.reader_training.rows import fingerprint  # noqa: E402
from woningscan.content import load_content  # noqa: E402
from woningscan.content.topics import intent_of  # noqa: E402
from woningscan.reading.incoming import Incoming  # noqa: E402
from woningscan.reading.reading import Reading  # noqa: E402
from woningscan.reading.threat import Action, Assessment, Level  # noqa: E402

ROUTES = frozenset({Action.ROUTE_ACUUT, Action.ROUTE_CONCREET})
DANGER = frozenset({"concreet", "acuut"})
LONG = 3
FEW = 60
SETTLED = frozenset({"there", "over", "mistake", "nee"})
"""After which nobody is told to call any more."""
Judged = list[tuple[Row, Assessment]]


def threats(split: str) -> list[str]:
    """What the check does with dangers and with harmless messages; returns what went wrong."""
    began = time.perf_counter()
    judged = [(row, check(row["text"])) for row in rows("threat", split)]
    each = (time.perf_counter() - began) / len(judged)
    print(f"threats: {len(judged)} messages, {1000 * each:.1f} ms each")
    for writer in [None, *sorted({row["writer"] for row, _ in judged if "writer" in row})]:
        own = [(row, found) for row, found in judged if writer is None or row.get("writer") == writer]
        print(f"  {'all' if writer is None else writer}")
        _threat_lines(own)
    return [
        f"{row['level']} | {found.action.value} | {row['text']} | {found.reasons}"
        for row, found in judged
        if (row["level"] in DANGER) != (found.action in ROUTES or _checks(found))
        and (row["level"] != "diffuus" or found.action in ROUTES)
    ]


def baselines(split: str) -> list[str]:
    """What a list of words and Rasa's stock classifier do with the same threats, each level answered in its own way."""
    from tools.threat_baselines import by_stock_rasa, by_words

    measured = rows("threat", split)
    stock = by_stock_rasa(rows("threat", "train"), [row["text"] for row in measured])
    for name, levels in (("list of words", [by_words(row["text"]) for row in measured]), ("stock Rasa", stock)):
        print(f"baseline: {name}")
        _threat_lines([(row, _plain(level)) for row, level in zip(measured, levels, strict=True)])
    return []


def answers(split: str) -> list[str]:
    """How typed answers are taken: right, asked back, wrong and said back, wrong in silence."""
    content = load_content(ROOT / "content")
    outcomes: list[tuple[Row, str | None, bool]] = []
    for row in rows("answers", split):
        question = content.questions[row["question"]]
        understood = read(Incoming(text=row["text"])).answer_to(question, content.answer_words)
        outcomes.append((row, understood.value, understood.said_back))
    _answer_lines("answers", outcomes)
    _answer_lines(f"answers of {LONG} words or more", [one for one in outcomes if len(one[0]["text"].split()) >= LONG])
    return [
        f"{row['question']} | {row['text']} | {row['choice']} -> {value}{' said back' if back else ''}"
        for row, value, back in outcomes
        if value != row["choice"] and value is not None
    ]


def intents(split: str) -> list[str]:
    """Whether the intent is right, and how often an answer is taken for a command."""
    wrong, right, taken, plain = [], 0, 0, 0
    measured = rows("intents", split)
    for row in measured:
        reading = read(Incoming(text=row["text"]))
        meaning, bars = reading.meaning, reading.reader.bars
        found = meaning.intent if meaning is not None and meaning.chance >= bars.command else NONE
        plain += row["intent"] == NONE
        taken += row["intent"] == NONE and found != NONE
        if found == intent_of(row["intent"]):
            right += 1
        else:
            wrong.append(f"{row['intent']} -> {found} {meaning.chance if meaning else 0:.2f} | {row['text']}")
    print(f"intents: {len(measured)} messages")
    print("    right                            ", share(right, len(measured)))
    print("    an answer taken for something    ", share(taken, plain))
    return wrong


def about_danger(split: str) -> list[str]:
    """What is understood of an answer to whether there is danger, and of what people type once one is known."""
    wrong = []
    for question in (CHECK, AFTERMATH):
        told = []
        for row in rows("danger", split):
            if row["question"] == question:
                told.append((row["answer"], _about_danger(read(Incoming(text=row["text"])), question), row["text"]))
        print(f"{question}: {len(told)} messages")
        right = sum(meant == understood or {meant, understood} == {"weet_niet", None} for meant, understood, _ in told)
        print("    right                            ", share(right, len(told)))
        taken = sum(understood is not None and meant != understood for meant, understood, _ in told)
        print("    taken for another                ", share(taken, len(told)))
        settled = sum(understood in SETTLED and meant not in SETTLED for meant, understood, _ in told)
        print("    taken for settled, and is not    ", share(settled, len(told)))
        wrong += [f"{question} {meant} -> {got} | {text}" for meant, got, text in told if meant != got]
    return wrong


def _about_danger(reading: Reading, question: str) -> str | None:
    if question == AFTERMATH:
        return reading.aftermath.value if reading.aftermath else None
    return None if reading.whether_danger is None else "ja" if reading.whether_danger else "nee"


def coverage(_: str) -> list[str]:
    """What the assistant asks and answers, and the encoder has seen little or nothing of."""
    content = load_content(ROOT / "content")
    seen = Counter(row["question"] for row in rows("answers", "train"))
    seen.update(row["intent"] for row in rows("intents", "train"))
    thin = {name: seen[name] for name in (*content.questions, *content.answers) if seen[name] < FEW}
    print(f"coverage: {len(thin)} questions and topics with less than {FEW} rows to learn from")
    return [f"{name}: {count} rows" for name, count in sorted(thin.items(), key=lambda counted: counted[1])]


def _threat_lines(judged: Judged) -> None:
    _line("danger answered (route or check)", judged, DANGER, lambda found: found.action in ROUTES or _checks(found))
    _line("danger answered or hinted", judged, DANGER, lambda found: found.action is not Action.GEEN or found.hint)
    _line("danger routed", judged, DANGER, lambda found: found.action in ROUTES)
    _line("acuut routed as acuut", judged, {"acuut"}, lambda found: found.action is Action.ROUTE_ACUUT)
    _line("geen interrupted", judged, {"geen"}, lambda found: found.action is not Action.GEEN)
    _line("geen hinted", judged, {"geen"}, lambda found: found.hint)
    _line("geen routed", judged, {"geen"}, lambda found: found.action in ROUTES)
    _line("diffuus supported", judged, {"diffuus"}, lambda found: found.action is not Action.GEEN)
    routed = [(row, found) for row, found in judged if row.get("kind") and found.action in ROUTES and found.kind]
    right = sum(row["kind"] == found.kind for row, found in routed)
    print(f"    {'kind right, of the routed that have one':<34}", share(right, len(routed)))


def _plain(level: str) -> Assessment:
    """A baseline knows levels only: each has its own action."""
    actions = {"diffuus": Action.STEUN, "concreet": Action.ROUTE_CONCREET, "acuut": Action.ROUTE_ACUUT}
    return Assessment(Level(level), actions.get(level, Action.GEEN), ())


def _checks(found: Assessment) -> bool:
    return found.action is Action.CONTROLEVRAAG


def _line(name: str, judged: Judged, levels: Iterable[str], holds: Callable[[Assessment], bool]) -> None:
    chosen = [found for row, found in judged if row["level"] in levels]
    print(f"    {name:<34}", share(sum(holds(found) for found in chosen), len(chosen)))


def _answer_lines(name: str, outcomes: list[tuple[Row, str | None, bool]]) -> None:
    count = len(outcomes)
    print(f"{name}: {count}")
    wrong = [(row, back) for row, value, back in outcomes if value is not None and value != row["choice"]]
    print(
        "    right                            ", share(sum(value == row["choice"] for row, value, _ in outcomes), count)
    )
    print("    stored wrong in silence          ", share(sum(not back for _, back in wrong), count))
    print("    stored wrong and said back       ", share(sum(back for _, back in wrong), count))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="test", choices=("dev", "test"))
    parser.add_argument("--only", choices=("threats", "answers", "intents", "danger", "coverage"))
    parser.add_argument("--baselines", action="store_true", help="also a list of words and stock Rasa")
    parser.add_argument("--misses", action="store_true", help="list what went wrong")
    options = parser.parse_args()
    if packaged_encoder().tuned_on != fingerprint():
        sys.exit("the rows of data/ are not those that bot/reader/model was tuned on: train again, or take them back")
    measures = [
        ("threats", threats),
        ("answers", answers),
        ("intents", intents),
        ("danger", about_danger),
        ("coverage", coverage),
        ("baselines", baselines),
    ]
    for name, measure in measures:
        if options.only == name or (options.only is None and (name != "baselines" or options.baselines)):
            wrong = measure(options.split)
            if options.misses:
                print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
