"""The network: the mean of the vectors of a text's words, then dense layers."""

from torch import Tensor, nn

from training.config import Initialiser
from training.dense import dense
from training.tokens import NOTHING, UNKNOWN

SPREAD = 0.1
"""Deviation of the numbers of a word's vector before learning."""


def layers(
    inputs: Tensor, hidden: tuple[int, ...], outputs: int, dropout: float, initialiser: Initialiser
) -> nn.Module:
    """A network for texts such as these."""
    return Mean(max(UNKNOWN, int(inputs.max())) + 1, hidden, outputs, dropout, initialiser)


class Mean(nn.Module):
    """Where words stand in a text does not count, only which ones it has."""

    def __init__(
        self,
        words: int,
        hidden: tuple[int, ...],
        outputs: int,
        dropout: float,
        initialiser: Initialiser,
    ) -> None:
        super().__init__()
        width, *rest = hidden
        self.vectors = nn.Embedding(words, width, padding_idx=NOTHING)
        nn.init.normal_(self.vectors.weight, std=SPREAD)
        self.dropout = nn.Dropout(dropout)
        self.dense = dense(width, tuple(rest), outputs, dropout, initialiser)

    def forward(self, numbers: Tensor) -> Tensor:
        """One row of outputs a text."""
        present = (numbers != NOTHING).unsqueeze(-1)
        total = (self.vectors(numbers) * present).sum(dim=1)
        return self.dense(self.dropout(total / present.sum(dim=1).clamp(min=1)))
