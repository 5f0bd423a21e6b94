"""Metrics of known predictions."""

import numpy as np
import pandas as pd
import pytest

from training.metrics import measure


class Fixed:
    """Says what it is given as features."""

    def predict(self, features: pd.DataFrame) -> np.ndarray:
        return features["says"].to_numpy()


def test_values_worked_out_by_hand() -> None:
    found = measure(Fixed(), pd.DataFrame({"says": [1.0, 2.0, 5.0]}), pd.Series([1.0, 2.0, 3.0]))
    assert found["mae"] == pytest.approx(2 / 3)
    assert found["rmse"] == pytest.approx((4 / 3) ** 0.5)
    assert found["r2"] == pytest.approx(1 - 4 / 2)
