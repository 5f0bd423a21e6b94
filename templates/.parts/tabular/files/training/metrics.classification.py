"""How good predicted classes are."""

from typing import Any

import numpy as np
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    precision_recall_fscore_support,
    roc_auc_score,
)

SCORING = "f1_macro"


def baseline() -> DummyClassifier:
    """A model that always says the most frequent class."""
    return DummyClassifier(strategy="most_frequent")


def measure(model: Any, features: pd.DataFrame, truth: pd.Series) -> dict[str, Any]:
    """Accuracy, macro precision, recall and F1, the area under the ROC curve, confusion."""
    guess = model.predict(features)
    classes = sorted({*model.classes_, *truth})
    precision, recall, f1, _ = precision_recall_fscore_support(
        truth, guess, average="macro", zero_division=0
    )
    return {
        "accuracy": float(accuracy_score(truth, guess)),
        "precision": float(precision),
        "recall": float(recall),
        "f1": float(f1),
        "auc": area(model, features, truth),
        "classes": classes,
        "confusion": confusion_matrix(truth, guess, labels=classes).tolist(),
    }


def area(model: Any, features: pd.DataFrame, truth: pd.Series) -> float | None:
    """One class against each other, on average; nothing where the part lacks a class."""
    known = list(model.classes_)
    if len(known) < 2 or set(truth) != set(known):
        return None
    shares: np.ndarray = model.predict_proba(features)
    if len(known) == 2:
        return float(roc_auc_score(truth == known[1], shares[:, 1]))
    return float(roc_auc_score(truth, shares, multi_class="ovo", labels=known))


def summary(model: dict[str, Any], simple: dict[str, Any]) -> str:
    """Two lines for people."""
    return (
        f"accuracy {model['accuracy']:.4f}  (most frequent class: {simple['accuracy']:.4f})\n"
        f"macro F1 {model['f1']:.4f}  (most frequent class: {simple['f1']:.4f})"
    )
