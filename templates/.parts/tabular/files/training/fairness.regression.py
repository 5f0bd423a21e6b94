"""How predictions differ between groups of people."""

from typing import Any

import numpy as np
import pandas as pd

from training.columns import FEATURES, PROTECTED, TARGET

LEAST = 5
"""Groups of fewer rows say nothing and are left out."""


def fairness(model: Any, rows: pd.DataFrame) -> dict[str, Any]:
    """For each protected column its groups, and how far apart they are."""
    guess = pd.Series(model.predict(rows[list(FEATURES)]), index=rows.index)
    return {name: compared(guess, rows[TARGET], rows[name]) for name in PROTECTED}


def compared(guess: pd.Series, truth: pd.Series, groups: pd.Series) -> dict[str, Any]:
    """Mean prediction, mean error and mean absolute error of each group, and the differences."""
    kept = groups.map(groups.value_counts()) >= LEAST
    found = {}
    for group in sorted({*groups[kept]}, key=str):
        error = (guess - truth)[groups == group]
        found[str(group)] = {
            "prediction": float(guess[groups == group].mean()),
            "error": float(error.mean()),
            "absoluteError": float(error.abs().mean()),
        }
    return {
        "groups": found,
        "predictionDifference": spread([one["prediction"] for one in found.values()]),
        "errorDifference": spread([one["error"] for one in found.values()]),
        "absoluteErrorDifference": spread([one["absoluteError"] for one in found.values()]),
    }


def spread(values: list[float]) -> float | None:
    """The greatest difference between two groups."""
    return float(np.ptp(values)) if len(values) > 1 else None
