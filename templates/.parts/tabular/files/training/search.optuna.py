"""Looks for better settings with Optuna: each try follows from what the ones before have shown."""

import optuna
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import Pipeline

from training.columns import FEATURES, TARGET
from training.config import Config
from training.metrics import SCORING
from training.model import SPACE
from training.pipeline import build, fit_settings
from training.split import folds


def best(training: pd.DataFrame, config: Config) -> Pipeline:
    """A pipeline with the best settings found, not fitted yet."""
    cuts = list(folds(training, config))

    def score(trial: optuna.Trial) -> float:
        given = {name: choice.suggest(trial, name) for name, choice in SPACE.items()}
        scores = cross_val_score(
            build(config).set_params(**given),
            training[list(FEATURES)],
            training[TARGET],
            cv=cuts,
            scoring=SCORING,
            params=fit_settings(training),
        )
        return float(scores.mean())

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    sampler = optuna.samplers.TPESampler(seed=config.seed)
    study = optuna.create_study(direction="maximize", sampler=sampler)
    study.optimize(score, n_trials=config.candidates)
    return build(config).set_params(**study.best_params)
