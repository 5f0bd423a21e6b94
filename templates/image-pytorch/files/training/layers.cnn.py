"""The network: blocks of convolutions, each of which halves the picture."""

from itertools import pairwise

import torch
from torch import Tensor, nn

from training.config import Initialiser
from training.dense import initialised
from training.shifts import Moved


def layers(
    inputs: Tensor, hidden: tuple[int, ...], outputs: int, dropout: float, initialiser: Initialiser
) -> nn.Module:
    """A network for pictures such as these."""
    blocks = [block(*channels, initialiser) for channels in pairwise((inputs.shape[3], *hidden))]
    last = initialised(nn.Linear(hidden[-1], outputs), "glorot")
    return nn.Sequential(
        Scaled(), Moved(), *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(dropout), last
    )


class Scaled(nn.Module):
    """Bytes to numbers between -1 and 1, channels first."""

    def forward(self, pixels: Tensor) -> Tensor:
        """One picture a row."""
        return pixels.permute(0, 3, 1, 2).to(torch.float32) / 127.5 - 1


def block(before: int, after: int, initialiser: Initialiser) -> nn.Module:
    """Two convolutions, and the greatest of each two by two."""
    first, second = (convolution(one, after, initialiser) for one in (before, after))
    return nn.Sequential(*first, *second, nn.MaxPool2d(2))


def convolution(before: int, after: int, initialiser: Initialiser) -> list[nn.Module]:
    """A convolution with its normalisation, which makes a bias of its own needless."""
    layer = initialised(nn.Conv2d(before, after, 3, padding=1, bias=False), initialiser)
    return [layer, nn.BatchNorm2d(after), nn.ReLU()]
