"""The encoder of a Transformer: every place looks at every other."""

import torch
from torch import Tensor, nn

HEADS = 4
WIDER = 2
"""How much wider the dense layers between are."""


class Encoder(nn.Module):
    """Blocks of attention and dense layers, each after a normalisation, over places in order."""

    def __init__(self, width: int, blocks: int, places: int, dropout: float) -> None:
        super().__init__()
        if width % HEADS != 0:
            raise ValueError(f"the width of an encoder must be a multiple of {HEADS}, not {width}")
        self.places = nn.Parameter(torch.randn(places, width) / width**0.5)
        block = nn.TransformerEncoderLayer(
            width, HEADS, WIDER * width, dropout, batch_first=True, norm_first=True
        )
        self.blocks = nn.TransformerEncoder(
            block, blocks, nn.LayerNorm(width), enable_nested_tensor=False
        )

    def forward(self, vectors: Tensor, absent: Tensor | None = None) -> Tensor:
        """The mean over all places that are there; `absent` is true where there is nothing."""
        found = self.blocks(vectors + self.places[: vectors.shape[1]], src_key_padding_mask=absent)
        if absent is None:
            return found.mean(dim=1)
        present = (~absent).unsqueeze(-1)
        return (found * present).sum(dim=1) / present.sum(dim=1).clamp(min=1)
