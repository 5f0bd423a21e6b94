"""Looks for better settings by successive halving: many on few rows, few on many."""

import pandas as pd
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.model_selection import HalvingRandomSearchCV
from sklearn.pipeline import Pipeline

from training.columns import FEATURES, TARGET
from training.config import Config
from training.metrics import SCORING
from training.model import SPACE
from training.pipeline import build, fit_settings
from training.split import folds

LEAST_ROWS = 60
"""The first round needs enough rows for every fold to have something to learn."""


def best(training: pd.DataFrame, config: Config) -> Pipeline:
    """A pipeline with the best settings found, not fitted yet."""
    search = HalvingRandomSearchCV(
        build(config),
        SPACE,
        cv=list(folds(training, config)),
        n_candidates=config.candidates,
        min_resources=min(len(training), max(LEAST_ROWS, len(training) // 9)),
        scoring=SCORING,
        random_state=config.seed,
        refit=False,
    )
    search.fit(training[list(FEATURES)], training[TARGET], **fit_settings(training))
    return build(config).set_params(**search.best_params_)
