"""Which model belongs to which training files: recorded at training, checked at every start.

python -m engine.model record    after `rasa train`: remember the model's hash and its sources' hash
python -m engine.model check     exit 1 with a reason when the model is missing, changed or out of date
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "models"
MODEL = MODELS / "woningscan.tar.gz"
RECORD = MODELS / "woningscan.json"


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
    if recorded.get("sources") != sources_hash():
        raise ModelError(
            "the model was trained on another config.yml, domain.yml or data/ than is here now: run `woningscan train`"
        )
    return MODEL


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
