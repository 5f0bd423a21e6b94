"""The parts of the network and of how it learns that are chosen by name."""

from itertools import pairwise
from typing import Protocol

import torch
from torch import Tensor, nn

from training.config import Initialiser, Schedule

LESS = 0.3
"""What the learning rate is multiplied by where the loss has not fallen for a while."""


def layers(
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


def initialised(layer: nn.Linear, initialiser: Initialiser) -> nn.Linear:
    """The layer with its weights drawn anew and its biases 0."""
    match initialiser:
        case "he":
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        case "glorot":
            nn.init.xavier_uniform_(layer.weight)
        case "orthogonal":
            nn.init.orthogonal_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


def penalty(network: nn.Module) -> Tensor:
    """The sum of the absolute weights, biases left out."""
    weights = [one.weight.abs().sum() for one in network.modules() if isinstance(one, nn.Linear)]
    return torch.stack(weights).sum()


class Scheduler(Protocol):
    """Changes the learning rate after each epoch, by the loss on the rows held back."""

    def step(self, metrics: float) -> None: ...
    def state_dict(self) -> dict: ...
    def load_state_dict(self, state_dict: dict) -> None: ...


class ByEpoch:
    """A schedule that does not look at the loss."""

    def __init__(self, steps: torch.optim.lr_scheduler.LRScheduler) -> None:
        self.steps = steps

    def step(self, metrics: float) -> None:
        """One epoch is over."""
        self.steps.step()

    def state_dict(self) -> dict:
        """What to keep in a checkpoint."""
        return self.steps.state_dict()

    def load_state_dict(self, state_dict: dict) -> None:
        """Goes on from a checkpoint."""
        self.steps.load_state_dict(state_dict)


def scheduler(
    optimiser: torch.optim.Optimizer, schedule: Schedule, epochs: int, patience: int
) -> Scheduler:
    """How the learning rate goes on."""
    match schedule:
        case "cosine":
            return ByEpoch(torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs))
        case "plateau":
            return torch.optim.lr_scheduler.ReduceLROnPlateau(
                optimiser, factor=LESS, patience=patience // 2
            )
        case "constant":
            return ByEpoch(torch.optim.lr_scheduler.ConstantLR(optimiser, factor=1))
