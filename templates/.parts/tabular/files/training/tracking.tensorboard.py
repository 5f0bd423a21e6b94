"""Keeps runs for TensorBoard: tensorboard --logdir runs."""

import os
from datetime import UTC, datetime

from tensorboard.summary import Writer

from training.config import ROOT


def track(
    settings: dict[str, str], scores: dict[str, float], steps: list[dict[str, float]]
) -> None:
    """Writes one run: its scores, and what was measured step by step where a model has steps."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    named = "-".join([stamp, *(f"{name}={value}" for name, value in settings.items())])
    # The library takes names of folders for UTF-8, whatever the locale says: it gets few of them.
    writer = Writer(os.path.relpath(ROOT / "runs" / named))
    for name, score in scores.items():
        writer.add_scalar(name, score, 0)
    for i, step in enumerate(steps):
        for name, value in step.items():
            writer.add_scalar(name, value, i)
    writer.close()
