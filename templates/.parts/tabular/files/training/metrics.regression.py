"""How good predicted numbers are."""

from typing import Any

import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error

SCORING = "neg_root_mean_squared_error"


def baseline() -> DummyRegressor:
    """A model that always says the mean."""
    return DummyRegressor(strategy="mean")


def measure(model: Any, features: pd.DataFrame, truth: pd.Series) -> dict[str, Any]:
    """Mean absolute error, root mean squared error and R2, in the target's unit."""
    guess = model.predict(features)
    return {
        "mae": float(mean_absolute_error(truth, guess)),
        "rmse": float(root_mean_squared_error(truth, guess)),
        "r2": float(r2_score(truth, guess)),
    }


def summary(model: dict[str, Any], simple: dict[str, Any]) -> str:
    """Two lines for people."""
    return (
        f"RMSE {model['rmse']:.4g}  (mean: {simple['rmse']:.4g})\n"
        f"MAE {model['mae']:.4g}  (mean: {simple['mae']:.4g})"
    )
