"""Start the engine: `python -m engine --port 5200` or `--socket path`. The token comes from WONINGSCAN_ENGINE_TOKEN."""

from __future__ import annotations

import argparse
import os
import socket
import sys
import threading
import warnings
from pathlib import Path

MIN_TOKEN = 32


def main() -> int:
    parser = argparse.ArgumentParser(prog="engine", description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--port", type=int, help="a port on 127.0.0.1")
    where.add_argument("--socket", help="a Unix socket")
    parser.add_argument("--for-group", action="store_true", help="let the members of its group use the socket")
    parser.add_argument("--with-parent", action="store_true", help="end when standard input closes")
    arguments = parser.parse_args()
    token = os.environ.get("WONINGSCAN_ENGINE_TOKEN", "")
    if len(token) < MIN_TOKEN:
        print(f"WONINGSCAN_ENGINE_TOKEN is missing or shorter than {MIN_TOKEN} characters", file=sys.stderr)
        return 2
    if arguments.with_parent:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    warnings.filterwarnings("ignore")  # Rasa's dependencies warn about their own future at every start

    from engine.model import ModelError, checked_model

    try:
        checked_model()
    except ModelError as error:
        print(error, file=sys.stderr)
        return 3

    import uvicorn

    from engine.host import create_app

    # ws="none": rasa brings a websockets release that uvicorn cannot use
    config = uvicorn.Config(
        create_app(token), "127.0.0.1", arguments.port or 0, log_level="warning", access_log=False, ws="none"
    )
    uvicorn.Server(config).run(
        [_private_socket(arguments.socket, for_group=arguments.for_group)] if arguments.socket else None
    )
    return 0


def _private_socket(path: str, *, for_group: bool) -> socket.socket:
    """A Unix socket for this user alone, or for its group too, where the app is another user; one that uvicorn makes is
    open to everybody."""
    Path(path).unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o117 if for_group else 0o177)
    try:
        listening.bind(path)
    finally:
        os.umask(before)
    return listening


def _end_with_parent() -> None:
    """Wait for the end of standard input: the app is gone then, however it went, and nobody else can reach us."""
    while os.read(0, 1):  # not through sys.stdin: its lock would be held when the interpreter ends
        pass
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
