"""Which places of pictures a model relies on."""

import numpy as np
import pandas as pd
from sklearn.pipeline import Pipeline

from training.config import Config

GRID = 4
"""Places are the fields of a board with this many rows and columns."""
PICTURES = 200
GREY = 127


def importance(model: Pipeline, rows: pd.DataFrame, config: Config) -> dict[str, float]:
    """By how much the probability of the prediction falls when a place is covered, on average."""
    seen = rows.sample(min(PICTURES, len(rows)), random_state=config.seed)
    pixels = model[0].transform(seen)
    before = model[-1].predict_proba(pixels)
    said = before.argmax(axis=1)
    falls = {
        f"row {row + 1}, column {column + 1}": fall(model, pixels, before, said, row, column)
        for row in range(GRID)
        for column in range(GRID)
    }
    return dict(sorted(falls.items(), key=lambda item: -item[1]))


def fall(
    model: Pipeline, pixels: np.ndarray, before: np.ndarray, said: np.ndarray, row: int, column: int
) -> float:
    """The mean fall when one place of all pictures is grey."""
    edges = np.linspace(0, pixels.shape[1], GRID + 1).round().astype(int)
    covered = pixels.copy()
    covered[:, edges[row] : edges[row + 1], edges[column] : edges[column + 1]] = GREY
    places = np.arange(len(said))
    return float((before - model[-1].predict_proba(covered))[places, said].mean())
