"""What can be looked at without any other program: settings, content, reader, model, disk."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import disk_usage

from pydantic import ValidationError

from bot.commands.doctor.findings import Finding
from bot.reader.encoder import MODEL, Encoder, ReaderProblem
from bot.settings import ROOT, Settings, UnsafeSettings
from bot.store import KeyRing
from woningscan.content import ContentError, load_content

MEGABYTE = 1024 * 1024
ROOM = 500
"""So many megabytes are to be free where the app writes."""


def wrong_form(problem: ValidationError) -> Finding:
    """Names the settings; their values may be secrets."""
    errors = problem.errors(include_url=False, include_input=False, include_context=False)
    names = (f"WONINGSCAN_{'_'.join(map(str, error['loc'])).upper()}: {error['msg']}" for error in errors)
    return Finding("instellingen", "settings.form", tuple(names))


def look_at_settings(settings: Settings) -> Finding:
    try:
        settings.refuse_unsafe()
    except UnsafeSettings as problem:
        reasons = (line.removeprefix("- ") for line in str(problem).splitlines())
        return Finding("instellingen", "settings.unsafe", tuple(reasons))
    return Finding("instellingen", details=(settings.environment,))


def look_at_content(settings: Settings) -> Finding:
    try:
        load_content(settings.content_dir)
    except ContentError:
        return Finding("inhoud", "content")
    return Finding("inhoud")


def look_at_reader() -> Finding:
    """The hash of the encoder is the one of its manifest, and it can be loaded."""
    try:
        Encoder(MODEL)
    except ReaderProblem:
        return Finding("lezer", "reader")
    return Finding("lezer")


def look_at_model(settings: Settings) -> Finding:
    """The model is the one that was recorded, trained on the files of now. An engine elsewhere looks by itself."""
    if not settings.engine_python.exists():
        if settings.engine_url:
            return Finding("model", details=("de motor controleert het zelf als hij start",))
        return Finding("model", "engine.environment")
    check = [str(settings.engine_python), "-m", "engine.model", "check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True)
    return Finding("model") if done.returncode == 0 else Finding("model", "model")


def look_at_disk(settings: Settings) -> Finding:
    for folder in dict.fromkeys(_folders(settings)):
        try:
            there = next(path for path in (folder, *folder.parents) if path.exists())
            with tempfile.TemporaryFile(dir=there, buffering=0) as file:
                file.write(bytes(MEGABYTE))
            free = disk_usage(there).free // MEGABYTE
        except OSError as error:
            problem = "disk.full" if error.errno == 28 else "disk.unwritable"
            return Finding("schijf", problem, (str(folder),))
        if free < ROOM:
            return Finding("schijf", "disk.full", (f"{folder}: {free} MB vrij, {ROOM} MB nodig",))
    return Finding("schijf")


def _folders(settings: Settings) -> Iterator[Path]:
    """Where the app writes: its temporary files, and its data folder where that holds something."""
    yield Path(tempfile.gettempdir())
    if not settings.keys or not settings.smtp_url or settings.database.startswith("sqlite"):
        yield settings.data_dir


def keys_of(settings: Settings) -> KeyRing | None:
    """The keys as they are: doctor makes none."""
    if settings.keys:
        return KeyRing.parse(settings.keys)
    file = settings.data_dir / "keys.txt"
    return KeyRing.load_or_create(file) if file.exists() else None
