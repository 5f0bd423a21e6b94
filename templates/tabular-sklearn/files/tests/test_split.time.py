"""The split."""

import pandas as pd

from training.columns import TIME
from training.config import Config
from training.data import clean
from training.split import folds, split


def test_every_row_is_in_one_part(config: Config, table: pd.DataFrame) -> None:
    rows = clean(table).rows
    training, test = split(rows, config)
    assert sorted([*training.index, *test.index]) == list(rows.index)
    assert 0 < len(test) < len(training)
    again, _ = split(rows, config)
    assert list(again.index) == list(training.index)


def test_the_past_trains(config: Config, table: pd.DataFrame) -> None:
    rows = clean(table).rows
    training, test = split(rows, config)
    assert training[TIME].max() < test[TIME].min()
    for past, future in folds(training, config):
        assert training[TIME].iloc[past].max() <= training[TIME].iloc[future].min()
