"""A PostgreSQL server of one's own, which may be stopped and started."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.mail_server import free_port


class Cluster:
    """A PostgreSQL server of its own folder, which may be stopped and started."""

    def __init__(self, folder: Path) -> None:
        self._bin = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
        self._data, self._log = folder / "data", folder / "log"
        self.port = free_port()
        password = folder / "password"
        password.write_text(secrets.token_hex(8))
        self.url = f"postgresql://woningscan:{password.read_text()}@127.0.0.1:{self.port}/postgres"
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres"), shutil.chown(password, "postgres")
        self._run("initdb", f"--pgdata={self._data}", "--username=woningscan", f"--pwfile={password}", "--no-sync")

    def start(self) -> None:
        listens = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories= -c fsync=off"
        self._run("pg_ctl", "start", "--wait", f"--pgdata={self._data}", f"--log={self._log}", f"--options={listens}")

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--mode=immediate", f"--pgdata={self._data}")

    def _run(self, program: str, *arguments: str) -> None:
        as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*as_owner, str(self._bin / program), *arguments]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def own_cluster() -> Iterator[Cluster]:
    """A server that stands still, in a folder that goes with it."""
    folder = Path(f"/tmp/pg-{secrets.token_hex(4)}")
    folder.mkdir(mode=0o755)
    made = Cluster(folder)
    yield made
    with contextlib.suppress(subprocess.CalledProcessError):  # where it stood still already
        made.stop()
    shutil.rmtree(folder)
