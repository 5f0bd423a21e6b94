"""Looks for better settings of the model by cross-validation on the training part."""

import pandas as pd
from sklearn.model_selection import RandomizedSearchCV
from sklearn.pipeline import Pipeline

from training.columns import FEATURES, TARGET
from training.config import Config
from training.metrics import SCORING
from training.model import SPACE
from training.pipeline import build, fit_settings
from training.split import folds


def best(training: pd.DataFrame, config: Config) -> Pipeline:
    """A pipeline with the best settings found, not fitted yet."""
    search = RandomizedSearchCV(
        build(config),
        SPACE,
        n_iter=config.candidates,
        cv=list(folds(training, config)),
        scoring=SCORING,
        random_state=config.seed,
        refit=False,
    )
    search.fit(training[list(FEATURES)], training[TARGET], **fit_settings(training))
    return build(config).set_params(**search.best_params_)
