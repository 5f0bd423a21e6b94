"""The split."""

import pandas as pd

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


def test_folds_are_apart(config: Config, table: pd.DataFrame) -> None:
    rows = clean(table).rows
    seen: set[int] = set()
    for training, validation in folds(rows, config):
        assert not {*training} & {*validation}
        seen |= {*validation}
    assert seen == set(range(len(rows)))
