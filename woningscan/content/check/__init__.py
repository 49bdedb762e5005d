"""Everything that is checked before content is used: `woningscan check`. Nothing that runs at a start imports it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from woningscan.content.building import build_content
from woningscan.content.check.answers import answer_problems
from woningscan.content.check.apart import apart_problems, command_problems
from woningscan.content.check.channels import channel_problems
from woningscan.content.check.ids import id_problems
from woningscan.content.check.language.reading_ease import ease_problems
from woningscan.content.check.language.sentences import sentence_problems
from woningscan.content.check.meaning import meaning_problems
from woningscan.content.check.questions import check
from woningscan.content.check.routes.problems import route_problems, triage_problems
from woningscan.content.check.sourcing.sources import source_problems
from woningscan.content.check.used_keys import key_problems
from woningscan.content.lines import with_lines
from woningscan.content.loading import Read, read_content
from woningscan.content.model import Content
from woningscan.content.problems import ContentError, Problem


def problems_in(folder: Path, today: date, domain: Path | None = None) -> list[Problem]:
    """Everything that is wrong with the content in `folder`, each with file and line; an empty list when nothing is."""
    return checked(folder, today, domain)[1]


def checked(folder: Path, today: date, domain: Path | None = None) -> tuple[Content | None, list[Problem]]:
    """The content, or None when it cannot be loaded, and everything that is wrong with it.

    A file that cannot be read is reported with all that is wrong with the others. `today` is the day of checking,
    `domain` Rasa's domain file.
    """
    content = None
    read = read_content(folder)
    found = [*read.problems, *_of_files(read, today)]
    if read.complete:
        try:
            content = build_content(read.parsed, read.version)
        except ContentError as error:
            found += error.problems
        else:
            found += [*check(content, domain), *triage_problems(content), *id_problems(content, folder)]
            found += apart_problems(content)
    return content, list(dict.fromkeys(with_lines(folder, found)))


def _of_files(read: Read, today: date) -> Iterator[Problem]:
    """What can be said of the files that fit their schema, although others do not."""
    yield from key_problems(read.parsed)
    if "routes.yml" in read.parsed:
        routes = read.parsed["routes.yml"]["routes"]
        yield from route_problems(routes)
        yield from ease_problems("routes.yml", routes)
    yield from source_problems(read.parsed, today)
    yield from sentence_problems(read.parsed)
    yield from meaning_problems(read.parsed)
    yield from answer_problems(read.parsed)
    yield from command_problems(read.parsed)
    yield from channel_problems(read.parsed)
