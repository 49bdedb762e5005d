"""The two programs that are compared, each behind the same few calls: start, a conversation, what it costs, end."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import tempfile
import time
from pathlib import Path
from typing import Self

import httpx
from ruamel.yaml import YAML

from benchmarks.processes import Program, free_port

ROOT = Path(__file__).resolve().parent.parent
STOCK = Path(__file__).resolve().parent / "stock"
WORK = ROOT / ".rasa" / "benchmark"
PYTHON = ROOT / ".venv-engine" / "bin" / "python"
START_LIMIT, TRAIN_LIMIT, TURN_LIMIT = 180.0, 300.0, 30.0
_KEEP = ("PATH", "HOME", "LANG", "TMPDIR", "TZ")
_QUIET = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


class Peer:
    """What both have: programs that run, and an address that answers. Ends when its `with` block ends."""

    name: str
    base_url: str
    socket: str | None = None

    def __init__(self) -> None:
        self.programs: list[Program] = []
        self.headers: dict[str, str] = {}
        WORK.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def start(self) -> float:
        """Start cold and return the seconds until it answers. Raises NotStarted."""
        raise NotImplementedError

    def cpu_seconds(self) -> float:
        return sum(program.cpu_seconds() for program in self.programs)

    def megabytes(self) -> dict[str, float]:
        return {program.name: program.megabytes() for program in self.programs}

    def end(self) -> None:
        for program in self.programs:
            program.end()

    def client(self) -> httpx.Client:
        transport = httpx.HTTPTransport(uds=self.socket)
        return httpx.Client(base_url=self.base_url, transport=transport, headers=self.headers, timeout=TURN_LIMIT)

    def async_client(self) -> httpx.AsyncClient:
        transport = httpx.AsyncHTTPTransport(uds=self.socket)
        return httpx.AsyncClient(base_url=self.base_url, transport=transport, headers=self.headers, timeout=TURN_LIMIT)

    def _run(self, name: str, *arguments: str, cwd: Path, **env: str) -> Program:
        kept = {key: os.environ[key] for key in _KEEP if key in os.environ}
        program = Program(name, [str(PYTHON), "-m", *arguments], cwd, {**kept, **_QUIET, **env}, WORK / f"{name}.log")
        self.programs.append(program)
        return program


class StockRasa(Peer):
    """`rasa run` and `rasa run actions`, as Rasa's own documentation starts them, with the REST channel."""

    name = "stock Rasa"

    def train(self) -> None:
        """Train its model unless there is one of exactly these files. Raises NotStarted."""
        if self._model().is_file():
            return
        config = WORK / "stock-config.yml"
        config.write_text(self._config(), encoding="utf-8")
        name = self._model().name.removesuffix(".tar.gz")
        train = ["rasa", "train", "--config", str(config), "--out", str(WORK), "--fixed-model-name", name]
        self._run("stock-train", *train, cwd=STOCK, RASA_CACHE_DIRECTORY=str(WORK / "cache")).wait(TRAIN_LIMIT)
        self.programs.clear()

    def start(self) -> float:
        began = time.monotonic()
        actions, rasa = free_port(), free_port()
        while rasa == actions:
            rasa = free_port()
        self.base_url = f"http://127.0.0.1:{rasa}"
        actions_url = f"http://127.0.0.1:{actions}"
        server = ["rasa", "run", "actions", "--actions", "actions", "--port", str(actions)]
        self._run("action server", *server, cwd=STOCK, SANIC_HOST="127.0.0.1")
        serve = ["rasa", "run", "-m", str(self._model()), "-i", "127.0.0.1", "--port", str(rasa)]
        self._run("Rasa", *serve, cwd=STOCK, STOCK_ACTIONS_URL=f"{actions_url}/webhook")
        self.programs[0].wait_until(lambda: _answers(f"{actions_url}/health"), START_LIMIT)
        self.programs[1].wait_until(lambda: _answers(self.base_url), START_LIMIT)
        return time.monotonic() - began

    @staticmethod
    def _config() -> str:
        """The project's own pipeline, so that both do the same with a text; rules are all that the form needs."""
        yaml = YAML(typ="safe")
        pipeline = yaml.load(ROOT / "config.yml")["pipeline"]
        config = {"recipe": "default.v1", "language": "nl", "assistant_id": "stock", "pipeline": pipeline}
        written = io.StringIO()
        yaml.dump({**config, "policies": [{"name": "RulePolicy"}]}, written)
        return written.getvalue()

    @classmethod
    def _model(cls) -> Path:
        digest = hashlib.sha256(cls._config().encode())
        for path in sorted([*STOCK.glob("*.yml"), *STOCK.glob("data/*.yml")]):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return WORK / f"stock-{digest.hexdigest()[:12]}.tar.gz"


class WoningscanEngine(Peer):
    """`python -m engine` with the real model, actions and content, on a private socket as the app starts it."""

    name = "this engine"

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="benchmark-")  # short: a socket's path has little room

    def start(self) -> float:
        began = time.monotonic()
        token = secrets.token_urlsafe(32)
        self.base_url, self.socket = "http://engine", f"{self._folder.name}/engine.sock"
        self.headers = {"authorization": f"Bearer {token}"}
        self._run("engine", "engine", "--socket", self.socket, cwd=ROOT, WONINGSCAN_ENGINE_TOKEN=token)
        with self.client() as client:
            self.programs[0].wait_until(lambda: _answers("/gereed", client), START_LIMIT)
        return time.monotonic() - began

    def end(self) -> None:
        super().end()
        self._folder.cleanup()


def _answers(url: str, client: httpx.Client | None = None) -> bool:
    try:
        return (client.get(url) if client else httpx.get(url, timeout=2.0)).status_code == 200
    except httpx.HTTPError:
        return False
