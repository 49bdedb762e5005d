"""What the content rests on: its facts, each with its sources, and how many of them rest on an official source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from woningscan.content.model import Content
from woningscan.content.problems import Problem, problem

LEAST_OFFICIAL = 80
"""So many in a hundred facts rest on at least one page of a government, the police or another official body."""
_NAMED_AT_MOST = 12


@dataclass(frozen=True)
class Fact:
    """What names a source: a question with its tips, an answer, a route or a contact, and where it stands."""

    name: str
    file: str
    path: tuple[Any, ...]
    sources: tuple[str, ...]

    def is_official(self, sources: Mapping[str, Mapping[str, Any]]) -> bool:
        """Whether one of its sources is official."""
        return any(sources[source]["official"] for source in self.sources)


@dataclass(frozen=True)
class Share:
    """How many of the facts rest on an official source."""

    official: int
    facts: int

    @property
    def percent(self) -> int:
        """Rounded down, so that it is never told to be more than it is."""
        return 100 * self.official // self.facts if self.facts else 100


def facts(content: Content) -> list[Fact]:
    """Everything that names a source, in the order of the files."""
    return [fact for fact in _all(content) if fact.sources]


def official_share(content: Content) -> Share:
    """The share of the facts that rest on an official source."""
    resting = facts(content)
    return Share(sum(fact.is_official(content.sources) for fact in resting), len(resting))


def official_problems(content: Content) -> Iterator[Problem]:
    """One problem when too few facts rest on an official source, with those that do not."""
    share = official_share(content)
    if share.percent >= LEAST_OFFICIAL:
        return
    others = [fact.name for fact in facts(content) if not fact.is_official(content.sources)]
    named = ", ".join(others[:_NAMED_AT_MOST]) + (" …" if len(others) > _NAMED_AT_MOST else "")
    text = (
        f"{share.official} van {share.facts} feiten ({share.percent} %) rusten op een officiële bron, minstens"
        f" {LEAST_OFFICIAL} % moet. Zoek een pagina van de overheid, de politie of het CCV voor: {named}"
    )
    yield problem("sources.yml", (), text)


def _all(content: Content) -> Iterator[Fact]:
    for question in content.questions.values():
        yield Fact(question.id, *question.place, question.sources)
    for key, answer in content.answers.items():
        yield Fact(key, "answers.yml", (key,), tuple(answer.get("sources", ())))
    for route in content.routes.values():
        yield Fact(f"route {route.id}", "routes.yml", ("routes", route.id), route.sources)
    for contact in content.contacts.values():
        yield Fact(f"contact {contact.id}", "routes.yml", ("contacts", contact.id), (contact.source,))
