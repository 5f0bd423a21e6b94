"""Pictures to pixels: nothing is learned here."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Self

import numpy as np
import pandas as pd
from PIL import Image, ImageOps
from sklearn.base import BaseEstimator, TransformerMixin

KEPT = 20_000
"""Pictures that are kept in memory, so that each is read once; at 64 pixels each takes 12 kB."""


class Pixels(TransformerMixin, BaseEstimator):
    """Each picture as red, green and blue, of one size: rows, columns, channels, as bytes."""

    def __init__(self, size: int = 64) -> None:
        self.size = size

    def fit(self, features: pd.DataFrame, target: pd.Series | None = None) -> Self:
        """Learns nothing."""
        return self

    def transform(self, features: pd.DataFrame) -> np.ndarray:
        """The pixels of each picture."""
        found = [pixels_at(source, self.size) for source in features["path"]]
        return np.stack(found) if found else np.empty((0, self.size, self.size, 3), dtype=np.uint8)

    def __sklearn_is_fitted__(self) -> bool:
        return True


def pixels_at(source: str | bytes, size: int) -> np.ndarray:
    """The pixels of a picture, by the path of its file or from what is in it."""
    return kept(source, size) if isinstance(source, str) else pixels_of(BytesIO(source), size)


@lru_cache(maxsize=KEPT)
def kept(path: str, size: int) -> np.ndarray:
    """The pixels of the picture in a file, read once."""
    return pixels_of(Path(path), size)


def pixels_of(source: Path | BinaryIO, size: int) -> np.ndarray:
    """
    The middle of a picture, turned as its camera was held, on white where it is transparent. Of
    several pictures in a file the first counts.
    """
    with Image.open(source) as opened:
        turned = ImageOps.exif_transpose(opened).convert("RGBA")
    ground = Image.new("RGBA", turned.size, "white")
    flat = Image.alpha_composite(ground, turned).convert("RGB")
    return np.asarray(ImageOps.fit(flat, (size, size), Image.Resampling.BILINEAR))


def is_picture(path: str) -> bool:
    """Whether a file can be read to its end."""
    try:
        pixels_of(Path(path), 16)
    except (OSError, ValueError, Image.DecompressionBombError):
        return False
    return True
