"""Outliers stay in the training part: nothing says that they are wrong."""

import numpy as np

from preparation.config import Config


def usual(numbers: np.ndarray, config: Config) -> np.ndarray:
    """True for the rows to train on: all of them."""
    return np.ones(len(numbers), dtype=bool)
