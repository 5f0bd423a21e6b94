"""The network."""

from torch import Tensor, nn

from training.config import Initialiser
from training.dense import dense


def layers(
    inputs: Tensor, hidden: tuple[int, ...], outputs: int, dropout: float, initialiser: Initialiser
) -> nn.Module:
    """Dense layers for rows such as these."""
    return dense(inputs.shape[1], hidden, outputs, dropout, initialiser)
