"""Make a tuning out of the files that the assistant runs: `python -m tools.reader_training.unpack MODEL OUT`.

What a tuning writes (140 MB) is kept nowhere. The weights in 8 bits are near enough to them to go on from with
`train --from`: a further round puts right what the rounding took away.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from tools.reader_training.network import Encoder

PARTS = ("qkv", "attended", "widened", "narrowed")
"""The weights of a layer in the order in which the export writes them."""
RESULTS = ("sha256", "classes", "base", "mean_of", "temperatures", "bars")
"""What a manifest says of the file, and not of how it was tuned."""
Arrays = Mapping[str, np.ndarray]


def unpack(model: Path, out: Path) -> None:
    """Write the weights, classes, tokenizer and settings of `model` as a tuning."""
    graph = onnx.load(model / "encoder.onnx").graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    manifest = json.loads((model / "manifest.json").read_text())
    weights = dict(_plain(arrays)) | dict(_layers(arrays)) | dict(_heads(arrays))
    weights["word.weight"] = _floats(arrays, "word.weight")
    table = {name: torch.from_numpy(np.array(value)) for name, value in weights.items()}
    sizes = {head: len(names) for head, names in manifest["classes"].items()}
    Encoder(len(table["word.weight"]), sizes).load_state_dict(table)  # raises where a tensor is missing or too much
    out.mkdir(parents=True, exist_ok=True)
    torch.save({name: value.half() for name, value in table.items()}, out / "weights.pt")
    shutil.copy(model / "tokenizer.json", out / "tokenizer.json")
    (out / "classes.json").write_text(json.dumps(manifest["classes"], ensure_ascii=False, indent=1))
    settings = {name: value for name, value in manifest.items() if name not in RESULTS}
    (out / "settings.json").write_text(json.dumps(settings, indent=1))


def _plain(arrays: Arrays) -> Iterator[tuple[str, np.ndarray]]:
    return ((name, value) for name, value in arrays.items() if not _is_rounded(name) and value.dtype == np.float32)


def _layers(arrays: Arrays) -> Iterator[tuple[str, np.ndarray]]:
    names = (name.removesuffix("_quantized") for name in arrays if name.endswith("_quantized"))
    unnamed = [name for name in names if name.startswith("onnx::MatMul")]
    for number, name in enumerate(unnamed):
        layer, part = divmod(number, len(PARTS))
        yield f"layers.{layer}.{PARTS[part]}.weight", _floats(arrays, name).T


def _heads(arrays: Arrays) -> Iterator[tuple[str, np.ndarray]]:
    ending = "_Transposed_quantized"
    for name in (name.removesuffix(ending) for name in arrays if name.endswith(ending)):
        yield name, _floats(arrays, f"{name}_Transposed").T


def _is_rounded(name: str) -> bool:
    return name.endswith(("_scale", "_zero_point", "_quantized"))


def _floats(arrays: Arrays, name: str) -> np.ndarray:
    """The numbers that 8 bits stand for: each column has a scale of its own, the table one for all."""
    whole = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    return (whole * arrays[f"{name}_scale"]).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    unpack(options.model, options.out)


if __name__ == "__main__":
    main()
