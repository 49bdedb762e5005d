"""A program under measurement: started in a session of its own, with its CPU time and memory, and always ended."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PAUSE, GRACE = 0.1, 10.0
_DIE_WITH_PARENT = 1  # prctl's PR_SET_PDEATHSIG


class NotStarted(Exception):
    """A program ended, or did not answer in time; the message holds the end of its log."""


class Program:
    """One running program and the processes it started. Linux only: it reads the kernel's own counters."""

    def __init__(self, name: str, command: Sequence[str], cwd: Path, env: Mapping[str, str], log: Path) -> None:
        self.name = name
        self._log = log
        libc = ctypes.CDLL(None)

        def in_child() -> None:
            libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL)  # also when the benchmark itself is killed

        with log.open("wb") as output:
            self._process = subprocess.Popen(
                list(command),
                cwd=cwd,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=in_child,
            )

    def wait(self, seconds: float) -> None:
        """Wait until it ends by itself. Raises NotStarted when it fails or takes longer."""
        try:
            if self._process.wait(seconds) == 0:
                return
        except subprocess.TimeoutExpired:
            pass
        raise NotStarted(self._failure("did not end well"))

    def wait_until(self, ready: Callable[[], bool], seconds: float) -> None:
        """Wait until `ready()`. Raises NotStarted when the program ends first or the time is over."""
        until = time.monotonic() + seconds
        while not ready():
            if self._process.poll() is not None or time.monotonic() > until:
                raise NotStarted(self._failure("is not there"))
            time.sleep(PAUSE)

    def cpu_seconds(self) -> float:
        """CPU time used so far by all its threads and processes, in user and kernel, to the nanosecond."""
        return sum(time.clock_gettime(_cpu_clock(pid)) for pid in self._pids())

    def megabytes(self) -> float:
        """Resident memory of all its processes."""
        return sum(_resident_kilobytes(pid) for pid in self._pids()) / 1024

    def end(self) -> None:
        """End it and everything it started, politely first."""
        for what in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, what)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(GRACE)

    def _pids(self) -> list[int]:
        """Every process of the program's session; the session's number stands after the name in /proc/<pid>/stat."""
        found = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                if int(stat.read_text().rpartition(")")[2].split()[3]) == self._process.pid:
                    found.append(int(stat.parent.name))
        return found

    def _failure(self, what: str) -> str:
        end = self._log.read_text(encoding="utf-8", errors="replace")[-2000:]
        return f"{self.name} {what} (status {self._process.poll()}); its log ends with:\n{end}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _cpu_clock(pid: int) -> int:
    """The id of another process's CPU clock, as clock_getcpuclockid(3) makes it."""
    return (~pid << 3) | 2


def _resident_kilobytes(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
