"""The split."""

import pandas as pd

from training.columns import TARGET
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


def test_both_parts_have_the_share_of_each_class(config: Config, table: pd.DataFrame) -> None:
    rows = clean(table).rows
    for part in split(rows, config):
        gap = part[TARGET].value_counts(normalize=True) - rows[TARGET].value_counts(normalize=True)
        assert gap.abs().max() < 0.05


def test_a_class_of_one_row_is_for_training(config: Config, table: pd.DataFrame) -> None:
    table.loc[0, TARGET] = "once"
    _, test = split(clean(table).rows, config)
    assert "once" not in set(test[TARGET])


def test_folds_are_apart(config: Config, table: pd.DataFrame) -> None:
    rows = clean(table).rows
    for training, validation in folds(rows, config):
        assert not {*training} & {*validation}
        assert set(rows[TARGET].iloc[validation]) == set(rows[TARGET])
