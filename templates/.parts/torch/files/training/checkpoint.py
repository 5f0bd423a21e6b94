"""How far training has come, kept in a file so that an interrupted one can go on."""

import copy
import hashlib
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.schedule import Scheduler


class Progress:
    """The best weights so far, the epochs done, and what is needed to do the next one alike."""

    def __init__(
        self,
        network: nn.Module,
        optimiser: torch.optim.Optimizer,
        mark: str,
        file: Path | None,
    ) -> None:
        self.network = network
        self.optimiser = optimiser
        self.mark = mark
        self.file = file
        self.history: list[dict[str, float]] = []
        self.best = copy.deepcopy(network.state_dict())
        self.least = float("inf")
        self.waited = 0

    @property
    def epoch(self) -> int:
        """How many epochs are done."""
        return len(self.history)

    def resume(self, steps: Scheduler) -> None:
        """Goes on from the file, if it is of the same rows and settings."""
        if self.file is None or not self.file.exists():
            return
        kept = torch.load(self.file, weights_only=True)
        if kept["mark"] != self.mark:
            return
        self.network.load_state_dict(kept["network"])
        self.optimiser.load_state_dict(kept["optimiser"])
        steps.load_state_dict(kept["steps"])
        torch.set_rng_state(kept["random"])
        self.history, self.best = kept["history"], kept["best"]
        self.least, self.waited = kept["least"], kept["waited"]

    def note(self, loss: float, watched: float, steps: Scheduler) -> None:
        """One epoch is over: remembers the weights if they are the best, and writes the file."""
        self.history.append({"loss": loss, "validationLoss": watched})
        self.waited = 0 if watched < self.least else self.waited + 1
        if watched < self.least:
            self.least = watched
            self.best = copy.deepcopy(self.network.state_dict())
        if self.file is not None:
            self.write(self.file, steps)

    def write(self, file: Path, steps: Scheduler) -> None:
        """Writes the file in one step: a crash leaves the one before."""
        file.parent.mkdir(parents=True, exist_ok=True)
        kept: dict[str, Any] = {
            "mark": self.mark,
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "steps": steps.state_dict(),
            "random": torch.get_rng_state(),
            "history": self.history,
            "best": self.best,
            "least": self.least,
            "waited": self.waited,
        }
        new = file.with_name(file.name + ".new")
        torch.save(kept, new)
        new.replace(file)

    def finish(self) -> None:
        """Takes the best weights; the file has done its duty."""
        self.network.load_state_dict(self.best)
        if self.file is not None:
            self.file.unlink(missing_ok=True)


def fingerprint(inputs: Tensor, answers: Tensor, settings: dict[str, Any]) -> str:
    """What tells one training from another."""
    digest = hashlib.sha256(inputs.numpy().tobytes() + answers.numpy().tobytes())
    digest.update(repr(sorted(settings.items())).encode())
    return digest.hexdigest()
