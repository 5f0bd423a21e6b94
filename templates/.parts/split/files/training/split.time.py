"""Splits by time: the past trains, the newest rows test, as it will be in use."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from sklearn.model_selection import TimeSeriesSplit

from training.columns import TIME
from training.config import Config


def split(rows: pd.DataFrame, config: Config) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Training and test, in order. Rows of the same moment stay together."""
    ordered = in_order(rows)
    moments = times_of(ordered)
    border = moments.iloc[len(ordered) - round(len(ordered) * config.test_share)]
    past = (moments < border).to_numpy()
    if not past.any():
        raise ValueError("a split by time needs rows of different times")
    return ordered[past], ordered[~past]


def folds(rows: pd.DataFrame, config: Config) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Positions of what was before and of what follows, for each fold; rows are in order."""
    return TimeSeriesSplit(config.folds).split(rows)


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows from the oldest to the newest."""
    return rows.iloc[times_of(rows).argsort(kind="stable").to_numpy()]


def times_of(rows: pd.DataFrame) -> pd.Series:
    """The time of each row: a number where all are numbers, else a date."""
    numbers = pd.to_numeric(rows[TIME], errors="coerce")
    times = (
        numbers
        if numbers.notna().all()
        else pd.to_datetime(rows[TIME], errors="coerce", format="mixed")
    )
    if times.isna().any():
        raise ValueError(f"{int(times.isna().sum())} rows have no time in {TIME!r}")
    return times
