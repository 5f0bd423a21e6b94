"""Rows of the training part with a number beyond the fences of Tukey are left out."""

import numpy as np

from preparation.config import Config

REACH = 1.5


def usual(numbers: np.ndarray, config: Config) -> np.ndarray:
    """True for the rows to train on: fences lie 1.5 interquartile ranges beyond the quartiles."""
    found = np.ones(len(numbers), dtype=bool)
    for column in numbers.T:
        present = column[~np.isnan(column)]
        if len(present) > 0:
            lower, upper = np.quantile(present, [0.25, 0.75])
            reach = REACH * (upper - lower)
            found &= ~((column < lower - reach) | (column > upper + reach))
    return found
