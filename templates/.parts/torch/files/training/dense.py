"""Dense layers, how weights begin, and what great ones cost."""

from itertools import pairwise
from typing import TypeVar

import torch
from torch import Tensor, nn

from training.config import Initialiser

Layer = TypeVar("Layer", nn.Linear, nn.Conv2d)


def dense(
    inputs: int, hidden: tuple[int, ...], outputs: int, dropout: float, initialiser: Initialiser
) -> nn.Sequential:
    """Dense layers with ReLU and dropout between them; the last is linear."""
    found: list[nn.Module] = []
    for before, after in pairwise((inputs, *hidden)):
        found += [
            initialised(nn.Linear(before, after), initialiser),
            nn.ReLU(),
            nn.Dropout(dropout),
        ]
    last = initialised(nn.Linear((inputs, *hidden)[-1], outputs), "glorot")
    return nn.Sequential(*found, last)


def initialised(layer: Layer, initialiser: Initialiser) -> Layer:
    """The layer with its weights drawn anew and its biases 0."""
    match initialiser:
        case "he":
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        case "glorot":
            nn.init.xavier_uniform_(layer.weight)
        case "orthogonal":
            nn.init.orthogonal_(layer.weight)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


def penalty(network: nn.Module) -> Tensor:
    """The sum of the absolute weights that learn, biases left out."""
    learning = [one for one in network.parameters() if one.requires_grad and one.ndim > 1]
    return torch.stack([one.abs().sum() for one in learning]).sum()
