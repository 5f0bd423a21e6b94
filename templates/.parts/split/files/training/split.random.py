"""Splits at random."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from sklearn.model_selection import KFold, train_test_split

from training.config import Config


def split(rows: pd.DataFrame, config: Config) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Training and test."""
    training, test = train_test_split(rows, test_size=config.test_share, random_state=config.seed)
    return training, test


def folds(rows: pd.DataFrame, config: Config) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Positions to train on and to validate on, for each fold."""
    return KFold(config.folds, shuffle=True, random_state=config.seed).split(rows)
