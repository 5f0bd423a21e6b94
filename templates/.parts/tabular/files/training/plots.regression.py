"""Plots of how good predicted numbers are."""

from pathlib import Path
from typing import Any

import pandas as pd

from training.columns import TARGET
from training.drawing import figure, keep

BINS = 30


def plot(folder: Path, model: Any, features: pd.DataFrame, truth: pd.Series) -> None:
    """Draws predictions beside the truth, and the errors."""
    guess = model.predict(features)
    predictions = figure()
    axes = predictions.add_subplot(xlabel=f"{TARGET}: truth", ylabel=f"{TARGET}: prediction")
    axes.scatter(truth, guess, s=8, alpha=0.5)
    ends = [float(truth.min()), float(truth.max())]
    axes.plot(ends, ends, linestyle=":", color="gray")
    keep(predictions, folder / "predictions.png")
    errors = figure()
    axes = errors.add_subplot(xlabel=f"{TARGET}: prediction minus truth", ylabel="rows")
    axes.hist(guess - truth, bins=BINS)
    keep(errors, folder / "errors.png")
