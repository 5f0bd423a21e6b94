"""Rows of the training part that an isolation forest finds odd are left out."""

import pandas as pd
from sklearn.ensemble import IsolationForest

from training.columns import NUMBERS
from training.config import Config


def without_outliers(training: pd.DataFrame, config: Config) -> pd.DataFrame:
    """The rows to train on; missing numbers count as the median."""
    if not NUMBERS:
        return training
    numbers = training[NUMBERS]
    filled = numbers.fillna(numbers.median()).fillna(0)
    usual = IsolationForest(random_state=config.seed).fit_predict(filled) == 1
    return training[usual]
