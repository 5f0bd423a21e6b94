"""Metrics of known predictions."""

import numpy as np
import pandas as pd
import pytest

from training.metrics import measure


class Fixed:
    """Says what it is given as features."""

    classes_ = np.array(["a", "b"])

    def predict(self, features: pd.DataFrame) -> np.ndarray:
        return features["says"].to_numpy()

    def predict_proba(self, features: pd.DataFrame) -> np.ndarray:
        share = (features["says"] == "b").to_numpy() * 0.8 + 0.1
        return np.column_stack([1 - share, share])


def test_values_worked_out_by_hand() -> None:
    found = measure(Fixed(), pd.DataFrame({"says": ["a", "a", "b", "b"]}), pd.Series(list("aaab")))
    assert found["accuracy"] == 0.75
    assert found["precision"] == pytest.approx((1 + 1 / 2) / 2)
    assert found["recall"] == pytest.approx((2 / 3 + 1) / 2)
    assert found["f1"] == pytest.approx((0.8 + 2 / 3) / 2)
    assert found["auc"] == pytest.approx(5 / 6)
    assert found["confusion"] == [[2, 1], [0, 1]]


def test_there_is_no_area_where_a_class_is_absent() -> None:
    found = measure(Fixed(), pd.DataFrame({"says": ["a", "a"]}), pd.Series(["a", "a"]))
    assert found["auc"] is None
