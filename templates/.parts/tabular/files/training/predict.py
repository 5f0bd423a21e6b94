"""Predicts the target for the rows of a CSV file."""

import argparse
import sys
from pathlib import Path

import joblib
import pandas as pd

from training.columns import FEATURES, TARGET
from training.config import ROOT, Config, load_config
from training.data import read_table, typed
from training.output import say


def predict(path: Path, config: Config, folder: Path = ROOT / "model") -> pd.Series:
    """One prediction a row, in order. Open only models you trained: they can run code."""
    model = joblib.load(folder / "model.joblib")
    features = typed(read_table(path, config, list(FEATURES)))
    return pd.Series(model.predict(features), name=TARGET)


def main() -> int:
    """Prints the predictions, or writes them as CSV with --output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--output", type=Path)
    given = parser.parse_args()
    if not (ROOT / "model" / "model.joblib").exists():
        parser.error("there is no model yet: train one first")
    predictions = predict(given.data, load_config())
    if given.output is None:
        for prediction in predictions:
            say(str(prediction))
    else:
        predictions.to_csv(given.output, index=False, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
