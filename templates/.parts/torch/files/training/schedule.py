"""How the learning rate goes on while a network learns."""

from typing import Protocol

import torch

from training.config import Schedule

LESS = 0.3
"""What the learning rate is multiplied by where the loss has not fallen for a while."""


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
