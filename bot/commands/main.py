"""The command line: `woningscan …`. Lines for programs go to standard output, everything else to standard error."""

from __future__ import annotations

import asyncio
import io
import logging
import subprocess
import sys
from typing import Annotated

import typer

from bot.commands import editing, housekeeping
from bot.commands.staff import staff
from bot.settings import ROOT, Settings, UnsafeSettings, origins_of

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(staff, name="staff")
editing.add_to(app)
housekeeping.add_to(app)
STOP_SECONDS = 10
"""So long a stop waits for who is being answered; who only keeps a connection open is cut then."""
Lines = Annotated[bool, typer.Option("--jsonl", help="read and write lines of JSON")]


@app.command()
def serve(port: int = 8080, host: str = "127.0.0.1", workers: int = 1) -> None:
    """Start the assistant: web pages, API and its engine."""
    import uvicorn

    from bot.web.protocol import BoundedProtocol

    settings = Settings()
    settings.refuse_unsafe(workers)
    typer.echo(
        f"Woningscan: http://{host}:{port}/   (de motor start in ongeveer 10 seconden; stoppen met Ctrl-C)", err=True
    )
    uvicorn.run(
        "bot.app:create_app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        access_log=False,
        log_level="warning",
        ws="none",
        http=BoundedProtocol,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


@app.command()
def talk(database: Annotated[str | None, typer.Option(help="keep the conversation in this database")] = None) -> None:
    """Talk to the assistant in this terminal."""
    from bot.commands.session_runner import running_turns
    from bot.commands.terminal import talk as talk_in_terminal

    async def run() -> None:
        typer.echo("De motor start, dat duurt ongeveer 10 seconden. Stoppen: Ctrl-D.", err=True)
        async with running_turns(Settings(), database) as turns:
            await talk_in_terminal(turns)

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # what is no text in the terminal's encoding must not end the talk
    asyncio.run(run())


@app.command()
def train(
    if_needed: Annotated[
        bool, typer.Option("--if-needed", help="only when the model is missing or out of date")
    ] = False,
) -> None:
    """Train the Rasa model and record which files it was trained on."""
    python = Settings().engine_python
    if not python.exists():
        raise SystemExit(f"no engine environment at {python}: run `make setup`")
    check = [str(python), "-m", "engine.model", "check"]
    if if_needed and subprocess.run(check, cwd=ROOT, capture_output=True).returncode == 0:
        return
    typer.echo("Training the Rasa model: about one minute.", err=True)
    rasa = [str(python), "-m", "rasa", "train", "--fixed-model-name", "woningscan", "--out", "models"]
    done = subprocess.run(rasa, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise SystemExit(f"{done.stdout[-4000:]}\ntraining failed, see above")
    subprocess.run([str(python), "-m", "engine.model", "record"], cwd=ROOT, check=True)
    typer.echo("Model trained: models/woningscan.tar.gz", err=True)


@app.command()
def embed() -> None:
    """Print what a website needs to show the chat widget."""
    from bot.web.embedding import snippet
    from woningscan.content import load_content

    settings = Settings()
    typer.echo(snippet(settings.public_url, load_content(settings.content_dir)))
    if not origins_of(settings.embed_origins):
        typer.echo("WONINGSCAN_EMBED_ORIGINS is empty: no other website may use it yet.", err=True)


@app.command()
def triage(jsonl: Lines = False) -> None:
    """What the bot does with each text as a free message."""
    from bot.commands.lines import read_lines, triage_line, write_line

    _needs_lines(jsonl)
    for row in read_lines(("id", "tekst")):
        write_line(triage_line(row))


@app.command()
def answer(jsonl: Lines = False) -> None:
    """How each text is understood as the answer to a question."""
    from bot.commands.lines import answer_line, read_lines, write_line
    from woningscan.content import load_content

    _needs_lines(jsonl)
    content = load_content(Settings().content_dir)
    for row in read_lines(("id", "vraag", "tekst")):
        write_line(answer_line(content, row))


@app.command()
def nlu(jsonl: Lines = False) -> None:
    """The intent of each text: as the app reads it, or where that is not clear, by the real Rasa pipeline."""
    from bot.commands.lines import nlu_line, read_lines, write_line
    from bot.commands.session_runner import running_engine

    async def run() -> None:
        async with running_engine(Settings()) as engine:
            for row in read_lines(("id", "tekst")):
                write_line(await nlu_line(engine, row))

    _needs_lines(jsonl)
    asyncio.run(run())


@app.command()
def converse(
    jsonl: Lines = False, database: Annotated[str | None, typer.Option(help="a database URL instead of memory")] = None
) -> None:
    """Whole conversations, line by line: real gate, real Rasa, real actions."""
    from bot.commands.lines import Converse, read_lines, write_line
    from bot.commands.session_runner import running_turns

    async def run() -> None:
        async with running_turns(Settings(), database) as turns:
            conversations = Converse(turns)
            for row in read_lines(("conversation",)):
                write_line(await conversations.answer(row))

    _needs_lines(jsonl)
    asyncio.run(run())


@app.command()
def outbox(
    deliver: Annotated[bool, typer.Option(help="deliver what is due now")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="give failed mails a new start")] = False,
) -> None:
    """What waits to be mailed, and deliver it: lines of JSON."""
    from datetime import UTC, datetime

    from bot.commands.lines import write_line
    from bot.mail.outbox import deliver_due
    from bot.making import make_composer, make_store, make_transport
    from bot.store.mail import outbox as mails
    from woningscan.content import load_content

    settings = Settings()
    store = make_store(settings)
    now = datetime.now(UTC)
    try:
        if retry_failed:
            write_line({"opnieuw_klaargezet": mails.retry_failed(store.database, now)})
        if deliver:
            composer = make_composer(settings, store, load_content(settings.content_dir))
            counts = deliver_due(store.database, make_transport(settings), now, composer=composer)
            write_line({"verzonden": counts.sent, "opnieuw": counts.retried, "mislukt": counts.failed})
        state = mails.overview(store.database)
        oldest = state.oldest_waiting_since.isoformat() if state.oldest_waiting_since else None
        write_line({"wacht": state.waiting, "verzonden": state.sent, "mislukt": state.failed, "oudste": oldest})
    finally:
        store.close()


@app.command()
def doctor() -> None:
    """Look at everything the assistant needs: each line says that it is in order, or what to do. Changes nothing and
    sends no mail. The status is 1 when something is to do."""
    from bot.commands.doctor.looks import looks

    wrong = False
    for finding in looks():
        wrong = wrong or finding.problem is not None
        typer.echo("\n".join(finding.lines))
    if wrong:
        raise typer.Exit(1)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; a known failure ends with its reason on standard error and a status that is not 0."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        app(arguments)
    except SystemExit as ended:
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
            return 1
        return ended.code or 0
    except Exception as problem:
        reasons = _known_reasons(problem)
        if not reasons:
            raise
        print(*reasons, sep="\n", file=sys.stderr)
        return 1
    return 0


def _known_reasons(problem: Exception) -> list[str]:
    """What to tell of a failure that is known, in lines; [] for a fault of the program.

    The classes are imported here: with them comes most of the program, which a command that ends well may not need.
    """
    from pydantic import ValidationError

    from bot.commands.lines import BadLine
    from bot.rasa.answer import EngineUnavailable
    from bot.rasa.process import EngineNotStarted
    from bot.reader.encoder import ReaderProblem
    from bot.store import StoreError
    from woningscan.content import ContentError

    if isinstance(problem, ValidationError):  # a setting of the wrong form; its value may be a secret
        wrong = problem.errors(include_url=False, include_input=False, include_context=False)
        return [f"WONINGSCAN_{'_'.join(map(str, part['loc'])).upper()}: {part['msg']}" for part in wrong]
    known = (BadLine, EngineNotStarted, EngineUnavailable, StoreError, ContentError, UnsafeSettings, ReaderProblem)
    return [str(problem) or type(problem).__name__] if isinstance(problem, (*known, OSError)) else []


def _needs_lines(jsonl: bool) -> None:
    if not jsonl:
        raise SystemExit("this command reads lines of JSON: add --jsonl")
