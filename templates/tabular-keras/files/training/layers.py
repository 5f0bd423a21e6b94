"""The parts of the network and of how it learns that are chosen by name."""

from collections.abc import Callable
from pathlib import Path

import keras

from training.config import Initialiser, Schedule

LESS = 0.3
"""What the learning rate is multiplied by where the loss has not fallen for a while."""
INITIALISERS: dict[Initialiser, str] = {
    "he": "he_normal",
    "glorot": "glorot_uniform",
    "orthogonal": "orthogonal",
}


def layers(
    inputs: int,
    hidden: tuple[int, ...],
    outputs: int,
    dropout: float,
    initialiser: Initialiser,
    l1: float,
    l2: float,
) -> keras.Sequential:
    """Dense layers with ReLU and dropout between them; the last is linear."""
    found: list[keras.Layer] = [keras.Input((inputs,))]
    for width in hidden:
        found += [
            keras.layers.Dense(
                width,
                activation="relu",
                kernel_initializer=INITIALISERS[initialiser],
                kernel_regularizer=keras.regularizers.L1L2(l1, l2),
            ),
            keras.layers.Dropout(dropout),
        ]
    return keras.Sequential([*found, keras.layers.Dense(outputs)])


def learning_rate(
    schedule: Schedule, start: float, steps: int
) -> float | keras.optimizers.schedules.LearningRateSchedule:
    """The learning rate over all steps; on a plateau it is lowered by a watcher instead."""
    if schedule == "cosine":
        return keras.optimizers.schedules.CosineDecay(start, steps)
    return start


def watchers(
    schedule: Schedule, patience: int, checkpoint: Path | None, history: "History"
) -> list[keras.callbacks.Callback]:
    """What looks on while the network learns, in the order it is asked."""
    found: list[keras.callbacks.Callback] = []
    if checkpoint is not None:
        found.append(keras.callbacks.BackupAndRestore(str(checkpoint)))
    found.append(keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True))
    if schedule == "plateau":
        found.append(keras.callbacks.ReduceLROnPlateau(factor=LESS, patience=patience // 2))
    return [*found, history]


class History(keras.callbacks.Callback):
    """The losses of each epoch; it tells when one is over."""

    def __init__(self, after_epoch: Callable[[int], None]) -> None:
        super().__init__()
        self.after_epoch = after_epoch
        self.steps: list[dict[str, float]] = []

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Keeps what the epoch has given."""
        given = logs or {}
        self.steps.append({"loss": given["loss"], "validationLoss": given["val_loss"]})
        self.after_epoch(epoch + 1)
