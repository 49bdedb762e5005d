"""Which model belongs to which training files: recorded at training, checked at every start.

python -m engine.model record    after `rasa train`: remember the model's hash and its sources' hash
python -m engine.model check     exit 1 with a reason when the model is missing, changed or out of date
"""

from __future__ import annotations

import hashlib
import json
import sys
import tarfile
import zlib
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "models"
MODEL = MODELS / "woningscan.tar.gz"
RECORD = MODELS / "woningscan.json"
KINDS = {".json", ".yml", ".skops"}
MOST_BYTES = 512 * 1024 * 1024


class ModelError(Exception):
    """The model cannot be used; the message says why and what to do."""


def record() -> None:
    """Write the record beside the model. Raises ModelError when there is no model."""
    if not MODEL.is_file():
        raise ModelError(f"no model at {MODEL}: run `woningscan train`")
    RECORD.write_text(
        json.dumps({"model": _hash_of([MODEL]), "sources": sources_hash()}, indent=2) + "\n", encoding="utf-8"
    )


def checked_model() -> Path:
    """The model's path. Raises ModelError when it is missing, not the recorded one, or trained on other files."""
    if not MODEL.is_file() or not RECORD.is_file():
        raise ModelError(f"no trained model in {MODELS}: run `woningscan train`")
    try:
        recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    except ValueError:
        raise ModelError(f"{RECORD} cannot be read: run `woningscan train`") from None
    if recorded.get("model") != _hash_of([MODEL]):
        raise ModelError("the model is not the one that was recorded at training: run `woningscan train`")
    _refuse_unsafe_members(MODEL)
    if recorded.get("sources") != sources_hash():
        raise ModelError(
            "the model was trained on another config.yml, domain.yml or data/ than is here now: run `woningscan train`"
        )
    return MODEL


def _refuse_unsafe_members(archive: Path) -> None:
    """Rasa unpacks an archive as it is, wherever its members say. Raises ModelError for one that holds anything but
    files and folders of a model, below the folder it is unpacked in, or that grows without end."""
    size = 0
    try:
        with tarfile.open(archive, "r:gz") as members:
            for member in members:
                size += member.size
                if not _is_harmless(member) or size > MOST_BYTES:
                    raise ModelError("the model holds what no model holds: do not use it, run `woningscan train`")
    except (tarfile.TarError, EOFError, OSError, zlib.error):
        raise ModelError("the model cannot be unpacked: run `woningscan train`") from None


def _is_harmless(member: tarfile.TarInfo) -> bool:
    path = PurePosixPath(member.name)
    if member.isdir():
        return member.name == "/" or _is_below(path)  # the first member that Rasa writes is "/"
    return member.isreg() and _is_below(path) and path.suffix in KINDS


def _is_below(path: PurePosixPath) -> bool:
    return not path.is_absolute() and ".." not in path.parts


def sources_hash() -> str:
    """The hash of everything Rasa trains on."""
    data = [path for folder in ("nlu", "rules", "stories") for path in (ROOT / "data" / folder).rglob("*.yml")]
    return _hash_of([ROOT / "config.yml", ROOT / "domain.yml", *sorted(data)])


def _hash_of(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def main(verb: str) -> int:
    try:
        record() if verb == "record" else checked_model()
    except ModelError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
