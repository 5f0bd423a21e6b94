"""Splits at random, with the same share of each class in both parts and in every fold."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from sklearn.model_selection import StratifiedKFold, train_test_split

from training.columns import TARGET
from training.config import Config


def split(rows: pd.DataFrame, config: Config) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Training and test. Classes of one row are for training: they cannot be in both."""
    counts = rows[TARGET].map(rows[TARGET].value_counts())
    several = rows[counts > 1]
    training, test = train_test_split(
        several,
        test_size=max(config.test_share, several[TARGET].nunique() / len(several)),
        stratify=several[TARGET],
        random_state=config.seed,
    )
    return pd.concat([training, rows[counts == 1]]), test


def folds(rows: pd.DataFrame, config: Config) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Positions to train on and to validate on, for each fold."""
    smallest = int(rows[TARGET].value_counts().min())
    count = max(2, min(config.folds, smallest))
    folding = StratifiedKFold(count, shuffle=True, random_state=config.seed)
    return folding.split(rows, rows[TARGET])
