"""Metrics against numbers worked out by hand."""

import pandas as pd
import pytest

from training.columns import FEATURES, SOURCE, SOURCES, before
from training.metrics import baseline, measure


def test_a_forecast_that_says_the_truth_is_without_error() -> None:
    class Knowing:
        def predict(self, features: pd.DataFrame) -> list[float]:
            return [1, 2, 4]

    found = measure(Knowing(), pd.DataFrame(), pd.Series([1, 2, 4]))
    assert found == {"mae": 0, "rmse": 0, "r2": 1}


def test_the_baseline_says_the_last_value() -> None:
    features = pd.DataFrame({name: [3.0, None] for name in FEATURES})
    simple = baseline().fit(features, pd.Series([1, 2]))
    said = simple.predict(features)
    assert said[0] == pytest.approx(3 if SOURCE in SOURCES else 1.5)
    assert said[1] == pytest.approx(1.5)
    assert before("a", 2) == "a, 2 before"
