"""What the training part looks like, and how far other rows are from it."""

from typing import Any

import numpy as np

from preparation.schema import Schema
from preparation.transform import Features, absent

BINS = 10
LEAST = 1e-4
KEPT = 50
"""Categories that are told apart; all others are one."""


def profile(features: Features, schema: Schema) -> dict[str, Any]:
    """For each column its bins and the share of the rows in each; missing is a bin."""
    found: dict[str, Any] = {}
    for name, column in zip(schema.numbers, features.numbers.T, strict=True):
        present = column[~np.isnan(column)]
        places = np.linspace(0, 1, BINS + 1)[1:-1]
        edges = sorted({*np.quantile(present, places).tolist()}) if len(present) else []
        found[name] = {"edges": edges, "shares": number_shares(column, edges)}
    for name, column in zip(schema.categories, features.categories.T, strict=True):
        present = column[~absent(column)].astype(str)
        texts, counts = np.unique(present, return_counts=True)
        names = texts[(-counts).argsort(kind="stable")][:KEPT].tolist()
        found[name] = {"names": names, "shares": category_shares(column, names)}
    return found


def shifts(known: dict[str, Any], features: Features, schema: Schema) -> dict[str, float]:
    """The shift of each column (population stability index), the greatest first."""
    now = {
        name: number_shares(column, known[name]["edges"])
        for name, column in zip(schema.numbers, features.numbers.T, strict=True)
    }
    now |= {
        name: category_shares(column, known[name]["names"])
        for name, column in zip(schema.categories, features.categories.T, strict=True)
    }
    found = {name: shift(known[name]["shares"], shares) for name, shares in now.items()}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def number_shares(column: np.ndarray, edges: list[float]) -> list[float]:
    """Share of the rows in each bin, and last the share of the missing ones."""
    missing = np.isnan(column)
    bins = np.searchsorted(edges, column[~missing], side="left")
    counts = np.bincount(bins, minlength=len(edges) + 1)
    return [*(counts / max(1, len(column))).tolist(), float(missing.mean())]


def category_shares(column: np.ndarray, names: list[str]) -> list[float]:
    """Share of the rows in each category, of all others, and of the missing ones."""
    missing = absent(column)
    counts = [float((column == name).mean()) for name in names]
    return [*counts, 1 - sum(counts) - float(missing.mean()), float(missing.mean())]


def shift(before: list[float], now: list[float]) -> float:
    """Population stability index of two lists of shares."""
    a = np.maximum(before, LEAST)
    b = np.maximum(now, LEAST)
    return float(((b - a) * np.log(b / a)).sum())
