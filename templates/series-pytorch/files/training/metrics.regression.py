"""How good predicted numbers are, beside saying that nothing changes."""

from typing import Any, Self

import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error

from training.columns import SOURCE, SOURCES, before

SCORING = "neg_root_mean_squared_error"


class LastValue:
    """Says that what is looked ahead at stays as it is, or, where that is not known, is as usual."""

    def fit(self, features: pd.DataFrame, target: pd.Series) -> Self:
        """Learns what is usual."""
        self.mean_ = float(target.mean())
        return self

    def predict(self, features: pd.DataFrame) -> np.ndarray:
        """The present value of each row."""
        if SOURCE not in SOURCES:
            return np.full(len(features), self.mean_)
        return features[before(SOURCE, 0)].fillna(self.mean_).to_numpy()


def baseline() -> LastValue:
    """What a forecast must be better than."""
    return LastValue()


def measure(model: Any, features: pd.DataFrame, truth: pd.Series) -> dict[str, float]:
    """Mean absolute error and root mean squared error in the target's unit, and R2."""
    guess = model.predict(features)
    return {
        "mae": float(mean_absolute_error(truth, guess)),
        "rmse": float(root_mean_squared_error(truth, guess)),
        "r2": float(r2_score(truth, guess)),
    }


def summary(model: dict[str, float], simple: dict[str, float]) -> str:
    """Three lines for people."""
    return "\n".join(
        f"{name:<4} {model[name]:.4g}  (last value: {simple[name]:.4g})" for name in model
    )
