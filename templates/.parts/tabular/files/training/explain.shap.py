"""Which columns a model relies on, by SHAP values."""

import numpy as np
import pandas as pd
import shap
from sklearn.pipeline import Pipeline

from training.columns import CATEGORIES, FEATURES
from training.config import Config

SAMPLE = 40
"""Rows that are explained, and rows they are held against."""
ROUNDS = 2


def importance(model: Pipeline, rows: pd.DataFrame, config: Config) -> dict[str, float]:
    """By how much a column moves a prediction on average, the greatest first."""
    features = rows[list(FEATURES)]
    some = features.sample(min(SAMPLE, len(features)), random_state=config.seed)
    codes = {name: sorted({*features[name].dropna()}) for name in CATEGORIES}

    def answer(numbers: np.ndarray) -> np.ndarray:
        table = decoded(numbers, codes)
        return (
            model.predict_proba(table) if hasattr(model, "predict_proba") else model.predict(table)
        )

    known = encoded(some, codes)
    explainer = shap.PermutationExplainer(answer, known, seed=config.seed)
    found = explainer(known, max_evals=ROUNDS * (2 * len(FEATURES) + 1), silent=True)
    moved = np.abs(found.values).reshape(len(some), len(FEATURES), -1).mean(axis=(0, 2))
    falls = dict(zip(FEATURES, moved.tolist(), strict=True))
    return dict(sorted(falls.items(), key=lambda item: -item[1]))


def encoded(table: pd.DataFrame, codes: dict[str, list[str]]) -> np.ndarray:
    """Categories by their place in the list, so that all columns are numbers."""
    columns = [
        table[name].map({text: i for i, text in enumerate(codes[name])}).astype(float)
        if name in codes
        else table[name]
        for name in FEATURES
    ]
    return np.column_stack(columns)


def decoded(numbers: np.ndarray, codes: dict[str, list[str]]) -> pd.DataFrame:
    """The table that the numbers stand for."""
    columns = {
        name: pd.Series(numbers[:, i]).map(dict(enumerate(codes[name]))).astype(object)
        if name in codes
        else pd.Series(numbers[:, i])
        for i, name in enumerate(FEATURES)
    }
    return pd.DataFrame(columns)
