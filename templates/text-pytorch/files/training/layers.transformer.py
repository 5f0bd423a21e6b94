"""The network: the encoder of a Transformer over the vectors of a text's words."""

import torch
from torch import Tensor, nn

from training.config import Initialiser
from training.dense import dense
from training.encoder import Encoder
from training.tokens import NOTHING, UNKNOWN


def layers(
    inputs: Tensor, hidden: tuple[int, ...], outputs: int, dropout: float, initialiser: Initialiser
) -> nn.Module:
    """A network for texts such as these."""
    words = max(UNKNOWN, int(inputs.max())) + 1
    return Reader(words, inputs.shape[1], hidden, outputs, dropout, initialiser)


class Reader(nn.Module):
    """Every word looks at every other, and knows where it stands."""

    def __init__(
        self,
        words: int,
        length: int,
        hidden: tuple[int, ...],
        outputs: int,
        dropout: float,
        initialiser: Initialiser,
    ) -> None:
        super().__init__()
        width = hidden[0]
        self.vectors = nn.Embedding(words, width, padding_idx=NOTHING)
        nn.init.normal_(self.vectors.weight, std=width**-0.5)
        self.encoder = Encoder(width, len(hidden), length, dropout)
        self.last = dense(width, (), outputs, dropout, initialiser)

    def forward(self, numbers: Tensor) -> Tensor:
        """One row of outputs a text."""
        # Behind the end of the longest text there is nothing to look at.
        places = (numbers != NOTHING).any(dim=0).nonzero()
        shown = numbers[:, : int(places.max()) + 1 if len(places) else 1]
        absent = shown == NOTHING
        # A text without a word has one place to look at, which says nothing.
        absent = absent & ~(absent.all(dim=1, keepdim=True) & first_place(shown))
        return self.last(self.encoder(self.vectors(shown), absent))


def first_place(numbers: Tensor) -> Tensor:
    """True at the first place of each row."""
    return torch.arange(numbers.shape[1]) == 0
