"""The settings in config.json."""

import json
from dataclasses import dataclass
from pathlib import Path

from preparation.paths import file_named

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Config:
    """Where the data is, how it is written, and how it is split."""

    data: Path
    delimiter: str
    encoding: str
    missing: tuple[str, ...]
    seed: int
    test_share: float
    tolerance: float
    """Share of the rows that may break what the description says of a column."""


def load_config(path: Path = ROOT / "config.json") -> Config:
    """Reads the settings; the path of the data is taken from the file's folder."""
    given = json.loads(path.read_text(encoding="utf-8"))
    config = Config(
        data=file_named(path.parent, given["data"]),
        delimiter=given["delimiter"],
        encoding=given["encoding"],
        missing=tuple(given["missing"]),
        seed=given["seed"],
        test_share=given["testShare"],
        tolerance=given["tolerance"],
    )
    if not 0 < config.test_share < 1:
        raise ValueError(f"testShare must lie between 0 and 1, not {config.test_share}")
    if not 0 <= config.tolerance <= 1:
        raise ValueError(f"tolerance must lie between 0 and 1, not {config.tolerance}")
    return config
