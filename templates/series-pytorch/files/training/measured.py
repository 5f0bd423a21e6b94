"""What is measured of windows, to tell whether new data is like what was learned from."""

import pandas as pd

from training.columns import SOURCES, before

NUMBERS = SOURCES
CATEGORIES: list[str] = []


def measured(features: pd.DataFrame) -> pd.DataFrame:
    """The present value of each column: those before it are the same, a little later."""
    return pd.DataFrame({name: features[before(name, 0)] for name in SOURCES})
