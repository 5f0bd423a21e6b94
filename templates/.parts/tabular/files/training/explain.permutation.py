"""Which columns a model relies on."""

import pandas as pd
from sklearn.inspection import permutation_importance
from sklearn.pipeline import Pipeline

from training.columns import FEATURES, TARGET
from training.config import Config
from training.metrics import SCORING

REPEATS = 5


def importance(model: Pipeline, rows: pd.DataFrame, config: Config) -> dict[str, float]:
    """By how much the score falls when a column is shuffled, the greatest first."""
    found = permutation_importance(
        model,
        rows[list(FEATURES)],
        rows[TARGET],
        scoring=SCORING,
        n_repeats=REPEATS,
        random_state=config.seed,
    )
    falls = dict(zip(FEATURES, found.importances_mean.tolist(), strict=True))
    return dict(sorted(falls.items(), key=lambda item: -item[1]))
