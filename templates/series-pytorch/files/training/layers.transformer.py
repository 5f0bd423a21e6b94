"""The network: the encoder of a Transformer over the steps of a window."""

from torch import Tensor, nn

from training.columns import STEPS
from training.config import Initialiser
from training.dense import dense, initialised
from training.encoder import Encoder


def layers(
    inputs: Tensor, hidden: tuple[int, ...], outputs: int, dropout: float, initialiser: Initialiser
) -> nn.Module:
    """A network for windows such as these."""
    return Looking(inputs.shape[1] // STEPS, hidden, outputs, dropout, initialiser)


class Looking(nn.Module):
    """Every step looks at every other, and knows where it stands."""

    def __init__(
        self,
        width: int,
        hidden: tuple[int, ...],
        outputs: int,
        dropout: float,
        initialiser: Initialiser,
    ) -> None:
        super().__init__()
        self.first = initialised(nn.Linear(width, hidden[0]), "glorot")
        self.encoder = Encoder(hidden[0], len(hidden), STEPS, dropout)
        self.last = dense(hidden[0], (), outputs, dropout, initialiser)

    def forward(self, rows: Tensor) -> Tensor:
        """One row of outputs a window."""
        steps = rows.reshape(len(rows), STEPS, -1)
        return self.last(self.encoder(self.first(steps)))
