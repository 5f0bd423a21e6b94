"""Rows of the training part that an isolation forest finds odd are left out."""

import numpy as np
from sklearn.ensemble import IsolationForest
from sklearn.impute import SimpleImputer

from preparation.config import Config


def usual(numbers: np.ndarray, config: Config) -> np.ndarray:
    """True for the rows to train on; missing numbers count as the median."""
    if numbers.shape[1] == 0:
        return np.ones(len(numbers), dtype=bool)
    filled = SimpleImputer(strategy="median", keep_empty_features=True).fit_transform(numbers)
    return IsolationForest(random_state=config.seed).fit_predict(filled) == 1
