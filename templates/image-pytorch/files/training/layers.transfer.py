"""The network: MobileNet, trained on a million pictures, with layers of its own at the end."""

import os
from pathlib import Path
from typing import Self

import torch
from torch import Tensor, nn
from torchvision.models import MobileNet_V3_Small_Weights, mobilenet_v3_small

from training.config import Initialiser
from training.dense import dense
from training.shifts import Moved

MEAN = (0.485, 0.456, 0.406)
DEVIATION = (0.229, 0.224, 0.225)
"""Of the channels of the pictures it was trained on (ImageNet)."""
FEATURES = 576


def layers(
    inputs: Tensor, hidden: tuple[int, ...], outputs: int, dropout: float, initialiser: Initialiser
) -> nn.Module:
    """A network for any pictures."""
    return Taught(dense(FEATURES, hidden, outputs, dropout, initialiser))


class Taught(nn.Module):
    """What was learned elsewhere stays as it is; only the last layers learn."""

    def __init__(self, last: nn.Module) -> None:
        super().__init__()
        self.moved = Moved()
        self.known = trained()
        self.last = last
        self.register_buffer("mean", torch.tensor(MEAN).reshape(3, 1, 1))
        self.register_buffer("deviation", torch.tensor(DEVIATION).reshape(3, 1, 1))

    def forward(self, pixels: Tensor) -> Tensor:
        """One row of outputs a picture."""
        scaled = pixels.permute(0, 3, 1, 2).to(torch.float32) / 255
        pictures = self.moved((scaled - self.mean) / self.deviation)
        return self.last(self.known(pictures).mean(dim=(2, 3)))

    def train(self, mode: bool = True) -> Self:
        """Learning does not change what the known layers have seen of their own pictures."""
        super().train(mode)
        self.known.eval()
        return self


def trained() -> nn.Module:
    """
    The layers that see, which learn no more. Their weights come from the file that the variable
    WEIGHTS names, else they are fetched once; TORCH_HOME says where they are kept.
    """
    file = os.environ.get("WEIGHTS")
    if file is None:
        network = mobilenet_v3_small(weights=MobileNet_V3_Small_Weights.IMAGENET1K_V1)
    else:
        network = mobilenet_v3_small()
        network.load_state_dict(torch.load(Path(file), weights_only=True))
    return network.features.requires_grad_(False)
