"""What is measured of pictures, to tell whether new ones are like those learned from."""

import numpy as np
import pandas as pd

from training.pixels import pixels_at

NUMBERS = ["brightness", "contrast", "red", "blue", "detail"]
CATEGORIES: list[str] = []
SIZE = 64


def measured(features: pd.DataFrame) -> pd.DataFrame:
    """How light each picture is, how much it varies, and what colour and detail it has."""
    return pd.DataFrame([facts_of(source) for source in features["path"]], index=features.index)


def facts_of(source: str | bytes) -> dict[str, float]:
    """The facts of one picture, all from 0 to 1 but the shares of colours and the detail."""
    pixels = pixels_at(source, SIZE).astype(float) / 255
    grey = pixels.mean(axis=2)
    steps = [float(np.abs(np.diff(grey, axis=axis)).mean()) for axis in (0, 1)]
    total = max(1e-6, float(pixels.sum()))
    return {
        "brightness": float(grey.mean()),
        "contrast": float(grey.std()),
        "red": float(pixels[..., 0].sum()) / total,
        "blue": float(pixels[..., 2].sum()) / total,
        "detail": sum(steps),
    }
