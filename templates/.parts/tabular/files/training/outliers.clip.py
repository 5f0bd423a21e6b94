"""Numbers of the training part beyond the fences of Tukey become the fence."""

import pandas as pd

from training.columns import NUMBERS
from training.config import Config

REACH = 1.5


def without_outliers(training: pd.DataFrame, config: Config) -> pd.DataFrame:
    """The rows to train on: fences lie 1.5 interquartile ranges beyond the quartiles."""
    numbers = training[NUMBERS]
    lower, upper = numbers.quantile(0.25), numbers.quantile(0.75)
    reach = REACH * (upper - lower)
    return training.assign(**numbers.clip(lower - reach, upper + reach, axis=1))
