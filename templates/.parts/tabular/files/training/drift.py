"""Whether new data still looks like the data the model was trained on."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from training.columns import CATEGORIES, FEATURES, NUMBERS
from training.config import ROOT, load_config
from training.data import read_table, typed
from training.output import say

LIMIT = 0.2
"""A population stability index above 0.2 counts as a marked shift."""
BINS = 10
LEAST = 1e-4
OTHER = "(other)"
KEPT = 50


def profile(features: pd.DataFrame) -> dict[str, Any]:
    """For each column its bins and the share of the rows in each; missing is a bin."""
    numbers = {name: number_profile(features[name]) for name in NUMBERS}
    return {**numbers, **{name: category_profile(features[name]) for name in CATEGORIES}}


def number_profile(column: pd.Series) -> dict[str, Any]:
    """Ten bins between the quantiles of the training part."""
    present = column.dropna()
    places = np.linspace(0, 1, BINS + 1)[1:-1]
    edges = sorted({*present.quantile(places).tolist()}) if len(present) else []
    return {"edges": edges, "shares": number_shares(column, edges)}


def number_shares(column: pd.Series, edges: list[float]) -> list[float]:
    """Share of the rows in each bin, and last the share of the missing ones."""
    present = column.dropna().to_numpy()
    counts = np.bincount(np.searchsorted(edges, present, side="left"), minlength=len(edges) + 1)
    return [*(counts / max(1, len(column))).tolist(), float(column.isna().mean())]


def category_profile(column: pd.Series) -> dict[str, Any]:
    """The shares of the most frequent categories; all others are one."""
    shares = column.value_counts(normalize=True, dropna=True).head(KEPT)
    names = [str(name) for name in shares.index]
    return {"names": names, "shares": category_shares(column, names)}


def category_shares(column: pd.Series, names: list[str]) -> list[float]:
    """Share of the rows in each category, of all others, and of the missing ones."""
    shares = column.map(lambda value: value if value in names else OTHER, na_action="ignore")
    counted = shares.value_counts().reindex([*names, OTHER], fill_value=0)
    return [*(counted / max(1, len(column))).tolist(), float(column.isna().mean())]


def shift(before: list[float], now: list[float]) -> float:
    """Population stability index of two lists of shares."""
    a = np.maximum(before, LEAST)
    b = np.maximum(now, LEAST)
    return float(((b - a) * np.log(b / a)).sum())


def shifts(known: dict[str, Any], features: pd.DataFrame) -> dict[str, float]:
    """The shift of each column, the greatest first."""
    found = {}
    for name in FEATURES:
        one = known[name]
        now = (
            number_shares(features[name], one["edges"])
            if "edges" in one
            else category_shares(features[name], one["names"])
        )
        found[name] = shift(one["shares"], now)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def main() -> int:
    """Prints the shift of each column; 1 where one is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    config = load_config()
    features = typed(read_table(parser.parse_args().data, config, list(FEATURES)))
    file = ROOT / "model" / "profile.json"
    if not file.exists():
        parser.error("there is no profile yet: train a model first")
    known = json.loads(file.read_text(encoding="utf-8"))
    found = shifts(known, features)
    for name, amount in found.items():
        say(f"{amount:.4f}  {name}{'  shifted' if amount > LIMIT else ''}")
    return 1 if any(amount > LIMIT for amount in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
