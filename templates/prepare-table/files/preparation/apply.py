"""Prepares new data as the training part was prepared."""

import argparse
import sys
from pathlib import Path

import joblib
import numpy as np

from preparation.clean import clean
from preparation.config import ROOT, Config, load_config
from preparation.schema import Schema, load_schema
from preparation.table import from_columns, write_table
from preparation.transform import features_of


def apply(path: Path, folder: Path, schema: Schema, config: Config) -> dict[str, np.ndarray]:
    """The columns of a file. Open only versions you made: they can run code."""
    transform = joblib.load(folder / "transform.joblib")
    columns = transform.transform(features_of(read(path, schema, config), schema))
    return dict(zip(transform.names(), columns.T, strict=True))


def read(path: Path, schema: Schema, config: Config):
    """A file without a target, mended and checked."""
    keys = [name for join in schema.joins for name in join.left]
    return clean(path, schema, config, list(dict.fromkeys([*schema.features, *keys]))).table


def latest(folder: Path = ROOT / "output") -> Path:
    """The folder of the version that was made last."""
    if not (folder / "latest").exists():
        raise ValueError("nothing is prepared yet: run preparation.prepare first")
    return folder / (folder / "latest").read_text(encoding="utf-8").strip()


def main() -> int:
    """Writes the columns of a CSV file as CSV."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path)
    given = parser.parse_args()
    columns = apply(given.data, latest(), load_schema(), load_config())
    write_table(from_columns(columns), given.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
