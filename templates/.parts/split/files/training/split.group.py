"""Splits by group: all rows of a group are on one side, as groups in use will be new ones."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from sklearn.model_selection import GroupKFold, GroupShuffleSplit

from training.columns import GROUP
from training.config import Config


def split(rows: pd.DataFrame, config: Config) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Training and test. Rows without a group count as one group: apart, they could leak."""
    groups = groups_of(rows)
    if groups.nunique() < 3:
        raise ValueError("a split by group needs at least three groups")
    chooser = GroupShuffleSplit(1, test_size=config.test_share, random_state=config.seed)
    training, test = next(chooser.split(rows, groups=groups))
    return rows.iloc[training], rows.iloc[test]


def folds(rows: pd.DataFrame, config: Config) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Positions to train on and to validate on, for each fold."""
    groups = groups_of(rows)
    return GroupKFold(min(config.folds, groups.nunique())).split(rows, groups=groups)


def groups_of(rows: pd.DataFrame) -> pd.Series:
    """The group of each row as text."""
    return rows[GROUP].fillna("").astype(str)
