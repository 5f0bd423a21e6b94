"""Plots of how good predicted classes are."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.metrics import confusion_matrix, roc_curve

from training.drawing import figure, keep


def plot(folder: Path, model: Any, features: pd.DataFrame, truth: pd.Series) -> None:
    """Draws the confusion of the classes and, for each class, the ROC curve."""
    confusion(folder / "confusion.png", model, features, truth)
    curves(folder / "roc.png", model, features, truth)


def confusion(path: Path, model: Any, features: pd.DataFrame, truth: pd.Series) -> None:
    """How many rows of each class got each prediction."""
    classes = sorted({*model.classes_, *truth})
    counts = confusion_matrix(truth, model.predict(features), labels=classes)
    drawn = figure()
    axes = drawn.add_subplot(xlabel="prediction", ylabel="truth")
    axes.imshow(counts, cmap="Blues")
    axes.set_xticks(range(len(classes)), classes, rotation=45, ha="right")
    axes.set_yticks(range(len(classes)), classes)
    for (row, column), count in np.ndenumerate(counts):
        shade = "white" if count > counts.max() / 2 else "black"
        axes.text(column, row, str(count), ha="center", va="center", color=shade)
    keep(drawn, path)


def curves(path: Path, model: Any, features: pd.DataFrame, truth: pd.Series) -> None:
    """One curve for each class against all others, where the rows have both."""
    shares = model.predict_proba(features)
    drawn = figure()
    axes = drawn.add_subplot(xlabel="false positive rate", ylabel="true positive rate")
    axes.plot([0, 1], [0, 1], linestyle=":", color="gray")
    for i, one in enumerate(model.classes_):
        if 0 < (truth == one).sum() < len(truth):
            wrong, right, _ = roc_curve(truth == one, shares[:, i])
            axes.plot(wrong, right, label=str(one))
    axes.legend()
    keep(drawn, path)
