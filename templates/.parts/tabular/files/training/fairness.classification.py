"""How predictions differ between groups of people."""

from typing import Any

import numpy as np
import pandas as pd

from training.columns import FEATURES, PROTECTED, TARGET

Rates = dict[str, dict[str, dict[str, float | None]]]
"""By group, class and measure."""
LEAST = 5
"""Groups of fewer rows say nothing and are left out."""


def fairness(model: Any, rows: pd.DataFrame) -> dict[str, Any]:
    """For each protected column its groups, and how far apart they are."""
    guess = pd.Series(model.predict(rows[list(FEATURES)]), index=rows.index)
    return {name: compared(guess, rows[TARGET], rows[name]) for name in PROTECTED}


def compared(guess: pd.Series, truth: pd.Series, groups: pd.Series) -> dict[str, Any]:
    """
    Selection rate, true and false positive rate of each class in each group. The differences are
    the greatest between two groups: demographic parity of the selection rates, equalised odds of
    the other two.
    """
    kept = groups.map(groups.value_counts()) >= LEAST
    rates: Rates = {}
    for group in sorted({*groups[kept]}, key=str):
        inside = groups == group
        rates[str(group)] = {
            str(one): class_rates(guess[inside] == one, truth[inside] == one)
            for one in sorted({*truth, *guess}, key=str)
        }
    return {
        "groups": rates,
        "demographicParityDifference": spread(rates, ["selection"]),
        "demographicParityRatio": ratio(rates),
        "equalisedOddsDifference": spread(rates, ["truePositive", "falsePositive"]),
    }


def class_rates(said: pd.Series, true: pd.Series) -> dict[str, float | None]:
    """How often a class is said: of all rows, of those that are it, and of those that are not."""
    return {
        "selection": float(said.mean()),
        "truePositive": float(said[true].mean()) if true.any() else None,
        "falsePositive": float(said[~true].mean()) if not true.all() else None,
    }


def by_class(rates: Rates, measure: str) -> list[list[float]]:
    """For each class the rates of the groups that have one."""
    classes = {one for group in rates.values() for one in group}
    found = [[group[one][measure] for group in rates.values()] for one in sorted(classes)]
    return [[rate for rate in one if rate is not None] for one in found]


def spread(rates: Rates, measures: list[str]) -> float | None:
    """The greatest difference between two groups, of any class."""
    lists = [one for measure in measures for one in by_class(rates, measure) if len(one) > 1]
    return max((float(np.ptp(one)) for one in lists), default=None)


def ratio(rates: Rates) -> float | None:
    """The least ratio of two groups' selection rates, of any class that is said at all."""
    lists = [one for one in by_class(rates, "selection") if len(one) > 1 and max(one) > 0]
    return min((min(one) / max(one) for one in lists), default=None)
