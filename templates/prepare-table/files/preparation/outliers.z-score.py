"""Rows of the training part with a number far from the mean are left out."""

import numpy as np

from preparation.config import Config

REACH = 3


def usual(numbers: np.ndarray, config: Config) -> np.ndarray:
    """True for the rows to train on: no number is over three deviations from its mean."""
    if numbers.shape[1] == 0:
        return np.ones(len(numbers), dtype=bool)
    present = np.ma.masked_invalid(numbers)
    mean, deviation = present.mean(axis=0), present.std(axis=0)
    far = np.abs(present - mean) > REACH * deviation
    return ~far.filled(False).any(axis=1)
