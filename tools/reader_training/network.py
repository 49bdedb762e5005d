"""The network: one body of twelve layers and, on what it makes of a text, a head for each thing that is asked of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

DROPOUT = 0.1
PADDING = 1
"""The number of the piece that fills up a batch."""


def dropped(x: Tensor, training: bool) -> Tensor:
    """Dropout with one mask for all pieces of a text: drawing one for each takes half of the time of a step."""
    if not training:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[2]) >= DROPOUT
    return x * (kept.to(x.dtype) / (1 - DROPOUT))


class Layer(nn.Module):
    """Attention and a widening, each with a residual and a norm after it."""

    def __init__(self, width: int, inner: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.attended = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.widened, self.narrowed = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attended, self.norm = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """`hidden`: 0 where a piece is looked at and very low where it is padding, shape (batch, 1, 1, pieces)."""
        batch, _, width = x.shape
        qkv = self.qkv(x).view(batch, -1, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        # Written out: for texts this short torch's own attention takes ten times as long on the way back.
        share = torch.softmax(qkv[0] @ qkv[1].transpose(-1, -2) / (width // self.heads) ** 0.5 + hidden, -1)
        mixed = (share.to(qkv.dtype) @ qkv[2]).transpose(1, 2).reshape(batch, -1, width)
        x = self.norm_attended(x + dropped(self.attended(mixed), self.training))
        return self.norm(x + dropped(self.narrowed(F.gelu(self.widened(x))), self.training))


class Encoder(nn.Module):
    """`heads`: how many classes each head has. `frozen`: how many of the lowest layers keep what they learnt before."""

    def __init__(
        self,
        pieces: int,
        heads: Mapping[str, int],
        *,
        width: int = 384,
        inner: int = 1536,
        attention: int = 12,
        layers: int = 12,
        epsilon: float = 1e-12,
        positions: int = 160,
        frozen: int = 0,
    ) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, width)
        self.position = nn.Parameter(torch.zeros(positions, width))
        self.norm = nn.LayerNorm(width, epsilon)
        self.layers = nn.ModuleList(Layer(width, inner, attention, epsilon) for _ in range(layers))
        self.pools = nn.ModuleDict({name: nn.Linear(2 * width, width) for name in heads})
        self.outs = nn.ModuleDict({name: nn.Linear(width, classes) for name, classes in heads.items()})
        self.frozen = frozen

    def freeze(self) -> None:
        """Keep the table of pieces and the lowest layers as they are: what tuning rows do not hold stays known."""
        lowest = tuple(f"layers.{number}." for number in range(self.frozen))
        for name, parameter in self.named_parameters():
            parameter.requires_grad_(not name.startswith(("word.", "position", "norm.", *lowest)))

    def read(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The mean and the strongest signal of a text's pieces side by side, shape (batch, 2 × width)."""
        hidden = (mask[:, None, None, :] - 1.0) * 1e4
        x = self.norm(self.word(ids) + self.position[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x, hidden)
        live = mask[..., None].to(x.dtype)
        mean = (x * live).sum(1) / live.sum(1)
        strongest = (x - (1 - live) * 1e4).amax(1)
        return torch.cat([mean, strongest], -1)

    def head(self, name: str, read: Tensor) -> Tensor:
        pooled = torch.tanh(self.pools[name](read))
        return self.outs[name](F.dropout(pooled, DROPOUT, self.training))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The log-odds of every head, in the order in which the heads were given."""
        read = self.read(ids, mask)
        return tuple(self.head(name, read) for name in self.outs)


def padded(sequences: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Piece numbers and the mask that tells them from padding, both of shape (batch, longest)."""
    longest = max(map(len, sequences))
    ids = np.full((len(sequences), longest), PADDING, np.int64)
    mask = np.zeros((len(sequences), longest), np.float32)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = sequence
        mask[row, : len(sequence)] = 1
    return torch.from_numpy(ids), torch.from_numpy(mask)
