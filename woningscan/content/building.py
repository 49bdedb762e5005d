"""From parsed YAML to the model: every reference is followed, every `{contact}` in a question is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from woningscan.content.model import (
    SHORT_SCAN_PRIORITY,
    ChoiceContent,
    Contact,
    Content,
    Field,
    Language,
    Note,
    Question,
    Route,
    SavedText,
    Theme,
    TriageRule,
    Variant,
)
from woningscan.content.problems import ContentError
from woningscan.content.references import References

Parsed = Mapping[str, Any]


def build_content(parsed: Parsed, version: str) -> Content:
    """`parsed` holds files that fit their schemas. Raises ContentError with every reference that leads nowhere."""
    contacts = {key: Contact(id=key, **value) for key, value in parsed["routes.yml"]["contacts"].items()}
    refer = References(parsed["sources.yml"], contacts)
    intake, triage, profile = (
        _questions(refer, parsed, f"{name}.yml", name) for name in ("intake", "triage", "profile")
    )
    themes = _themes(refer, parsed)
    every = [*intake, *triage, *profile, *(question for theme in themes for question in theme.questions)]
    questions = {question.id: question for question in every}
    short = [question for question in every if question.priority >= SHORT_SCAN_PRIORITY]
    refer.counts = {"vragen_kort": len(short), "vragen_volledig": len(every)}
    for key in ("id", "ref"):
        refer.unique(key, [(one.place[0], (*one.place[1], key), getattr(one, key)) for one in every])
    routes = {key: _route(refer, key, data) for key, data in parsed["routes.yml"]["routes"].items()}
    words = parsed["answer_words.yml"].items()
    for key, contact in contacts.items():
        refer.known("routes.yml", ("contacts", key, "source"), contact.source, parsed["sources.yml"])
    content = Content(
        version=version,
        intake=intake,
        triage=triage,
        triage_rules=_rules(refer, parsed["triage.yml"], routes),
        profile=profile,
        notes=_notes(refer, parsed["profile.yml"], questions),
        themes=themes,
        routes=routes,
        contacts=contacts,
        sources=parsed["sources.yml"],
        answers=_answers(refer, parsed["answers.yml"]),
        messages={key: refer.filled_where_known(said) for key, said in parsed["messages.yml"].items()},
        labels=parsed["labels.yml"],
        request_fields=_requests(refer, parsed["booking.yml"], questions),
        answer_words={value: tuple(word.casefold() for word in forms) for value, forms in words},
        questions=questions,
        reporting=parsed["routes.yml"].get("reporting", {}),
        languages={key: _language(refer, key, data) for key, data in parsed["routes.yml"].get("languages", {}).items()},
        replies=_saved_texts(refer, parsed["desk.yml"], "replies"),
        mails=_saved_texts(refer, parsed["desk.yml"], "mails"),
    )
    if refer.problems:
        raise ContentError(refer.problems)
    return content


def _themes(refer: References, parsed: Parsed) -> tuple[Theme, ...]:
    found = []
    orders: list[tuple[str, tuple[Any, ...], str]] = []
    for file in parsed:
        if file.startswith("questionnaire/"):
            data = parsed[file]
            refer.known(file, ("theme",), f"questionnaire/{data['theme']}.yml", {file: data})
            questions = _questions(refer, parsed, file, "theme", data["theme"])
            found.append((data["order"], Theme(data["theme"], data["title"], questions)))
            orders.append((file, ("order",), str(data["order"])))
    refer.unique("order", orders)
    return tuple(theme for _, theme in sorted(found, key=lambda pair: (pair[0], pair[1].id)))


def _questions(
    refer: References, parsed: Parsed, file: str, section: str, theme: str | None = None
) -> tuple[Question, ...]:
    listed = parsed[file]["questions"]
    return tuple(
        _question(refer, file, ("questions", index), section, theme, data) for index, data in enumerate(listed)
    )


def _question(
    refer: References, file: str, path: tuple[Any, ...], section: str, theme: str | None, data: Parsed
) -> Question:
    values = [choice["value"] for choice in data["choices"]]
    refer.unique("value", [(file, (*path, "choices", index, "value"), value) for index, value in enumerate(values)])
    return Question(
        id=data["id"],
        ref=data.get("ref", data["id"]),
        section=section,
        theme=theme,
        title=data["title"],
        ask=refer.filled(file, (*path, "ask"), data["ask"]),
        why=refer.filled(file, (*path, "why"), data["why"]),
        choices=tuple(
            _choice(refer, file, (*path, "choices", index), one) for index, one in enumerate(data["choices"])
        ),
        show_if=data.get("show_if"),
        measure=data.get("measure"),
        group=data.get("group"),
        spot=data.get("spot"),
        priority=data.get("priority", 3),
        quick_win=data.get("quick_win", False),
        what_if=data.get("what_if", False),
        effort=data.get("effort"),
        who=tuple(data.get("who", ())),
        sources=refer.sources(file, path, data.get("sources", ())),
        skippable=data.get("skippable", True),
        place=(file, path),
    )


def _choice(refer: References, file: str, path: tuple[Any, ...], data: Parsed) -> ChoiceContent:
    return ChoiceContent(
        value=data["value"],
        label=data["label"],
        phrases=tuple(data.get("phrases", ())),
        tip=refer.filled(file, (*path, "tip"), data["tip"]) if "tip" in data else None,
        outcome=data.get("outcome"),
        effort=data.get("effort"),
        variants=tuple(
            Variant(**{**one, "tip": refer.filled(file, (*path, "variants", at, "tip"), one["tip"])})
            for at, one in enumerate(data.get("variants", ()))
        ),
    )


def _rules(refer: References, data: Parsed, routes: Mapping[str, Route]) -> tuple[TriageRule, ...]:
    for index, rule in enumerate(data["rules"]):
        refer.known("triage.yml", ("rules", index, "route"), rule["route"], routes)
    refer.known("triage.yml", ("otherwise",), data["otherwise"], routes)
    rules = [TriageRule(rule["route"], rule["when"]) for rule in data["rules"]]
    return (*rules, TriageRule(data["otherwise"], None))


def _notes(refer: References, data: Parsed, questions: Mapping[str, Question]) -> tuple[Note, ...]:
    for index, note in enumerate(data.get("notes", ())):
        if "question" in note:
            refer.known("profile.yml", ("notes", index, "question"), note["question"], questions)
    return tuple(Note(**note) for note in data.get("notes", ()))


def _route(refer: References, key: str, data: Parsed) -> Route:
    file, path = "routes.yml", ("routes", key)
    return Route(
        id=key,
        level=data["level"],
        lead=refer.filled(file, (*path, "lead"), data["lead"]),
        steps=tuple(refer.filled(file, (*path, "steps", index), step) for index, step in enumerate(data["steps"])),
        close=refer.filled(file, (*path, "close"), data["close"]),
        sources=refer.sources(file, path, data["sources"]),
        kinds={
            kind: tuple(refer.filled(file, (*path, "kinds", kind, at), step) for at, step in enumerate(steps))
            for kind, steps in data.get("kinds", {}).items()
        },
    )


def _language(refer: References, key: str, data: Parsed) -> Language:
    told = {
        part: refer.filled("routes.yml", ("languages", key, part), data[part])
        for part in ("acute", "danger", "despair", "unclear")
    }
    return Language(key, frozenset(map(str.casefold, data["words"])), script=data.get("script", ""), **told)


def _answers(refer: References, answers: Parsed) -> dict[str, dict[str, Any]]:
    return {key: _answer(refer, key, answer) for key, answer in answers.items()}


def _answer(refer: References, key: str, answer: Parsed) -> dict[str, Any]:
    refer.sources("answers.yml", (key,), answer.get("sources", ()))
    filled = {
        **answer,
        "text": tuple(
            refer.filled("answers.yml", (key, "text", index), said) for index, said in enumerate(answer["text"])
        ),
    }
    if "variants" in answer:
        filled["variants"] = tuple(_answer(refer, key, variant) for variant in answer["variants"])
    return filled


def _saved_texts(refer: References, data: Parsed, group: str) -> dict[str, SavedText]:
    texts = {}
    for key, saved in data[group].items():
        path = (group, key, "text")
        paragraphs = (refer.filled("desk.yml", (*path, at), said) for at, said in enumerate(saved["text"]))
        texts[key] = SavedText(key, saved["title"], tuple(paragraphs))
    return texts


def _requests(refer: References, data: Parsed, questions: Mapping[str, Question]) -> dict[str, tuple[Field, ...]]:
    file = "booking.yml"
    fields = {}
    for key, one in data["fields"].items():
        path = ("fields", key)
        asked = one.get("choices_from")
        known = asked is not None and refer.known(file, (*path, "choices_from"), asked, questions)
        texts = {part: refer.filled(file, (*path, part), one[part]) for part in ("ask", "example", "invalid")}
        choices = questions[asked].choices if known else ()
        fields[key] = Field(id=key, kind=one["kind"], label=one["label"], choices=choices, **texts)
    for kind, names in data["requests"].items():
        for index, name in enumerate(names):
            refer.known(file, ("requests", kind, index), name, fields)
    requests = data["requests"].items()
    return {kind: tuple(fields[name] for name in names if name in fields) for kind, names in requests}
