"""Two baselines for the threat check, made in the same run: a list of words and Rasa's stock classifier.

Both answer with a level per text; a baseline's action is the plain one of that level (no check question).
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import tempfile
from pathlib import Path

from ruamel.yaml import YAML

from tools.threat_rows import ROOT, Row

ENGINE_PYTHON = ROOT / ".venv-engine" / "bin" / "python"

ACUTE_WORDS = "nu, vannacht, vanavond, binnen, voor de deur, help, brand, schoten, schiet".split(", ")
DANGER_WORDS = (
    "bedreig, dreig, dood, vermoord, kogel, wapen, pistool, bom, explosief, granaat, brandstich, aanslag, achtervolg, "
    "stalk, ontvoer, gijzel, verkracht, neersteek, afmaken, kapot, in elkaar, weet waar, te grazen, pak je, brandbom"
).split(", ")
DIFFUSE_WORDS = "haat, bang, angst, scheld, hoer, landverrader, oprotten, tuig, eng, onveilig, intimid".split(", ")

DIET_EPOCHS, DIET_ROWS = 7, 1000
"""The stock file says 100 rounds. On all rows one round takes minutes, so a fixed sample is trained for a few."""

_STOCK = {
    "recipe": "default.v1",
    "language": "nl",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": DIET_EPOCHS, "constrain_similarities": True, "random_seed": 1},
    ],
}
_PREDICT = """
import asyncio, json, sys
from rasa.core.agent import Agent
agent = Agent.load(sys.argv[1])
async def read():
    for line in open(sys.argv[2], encoding="utf-8"):
        parsed = await agent.parse_message(json.loads(line))
        print(json.dumps(parsed["intent"]["name"]))
asyncio.run(read())
"""


def by_words(text: str) -> str:
    """The level that a list of words finds."""
    said = text.casefold()
    if any(word in said for word in DANGER_WORDS):
        return "acuut" if any(re.search(rf"\b{word}", said) for word in ACUTE_WORDS) else "concreet"
    return "diffuus" if any(word in said for word in DIFFUSE_WORDS) else "geen"


def by_stock_rasa(train: list[Row], texts: list[str]) -> list[str]:
    """Levels from Rasa's default pipeline with DIET, trained on a sample of ``train`` with the levels as intents."""
    train = random.Random(0).sample(train, min(DIET_ROWS, len(train)))  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="diet") as folder:
        place = Path(folder)
        yaml = YAML()
        yaml.dump(_STOCK, place / "config.yml")
        levels = sorted({row["level"] for row in train})
        nlu = [{"intent": level, "examples": _examples(train, level)} for level in levels]
        (place / "data").mkdir()
        yaml.dump({"version": "3.1", "nlu": nlu}, place / "data" / "nlu.yml")
        command = [ENGINE_PYTHON, "-m", "rasa", "train", "nlu", "--config", "config.yml", "--nlu", "data"]
        subprocess.run([*command, "--fixed-model-name", "stock"], cwd=place, check=True, stdout=subprocess.DEVNULL)
        (place / "texts").write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
        (place / "predict.py").write_text(_PREDICT, encoding="utf-8")
        told = subprocess.run(
            [ENGINE_PYTHON, "predict.py", "models/stock.tar.gz", "texts"], cwd=place, check=True, capture_output=True
        )
    return [json.loads(line) for line in told.stdout.decode().splitlines() if line.startswith('"')]


def _examples(train: list[Row], level: str) -> str:
    """Rasa's list of examples; brackets would be read as entities."""
    said = (re.sub(r"[\[\](){}]", " ", " ".join(row["text"].split())) for row in train if row["level"] == level)
    return "".join(f"- {text}\n" for text in said)
