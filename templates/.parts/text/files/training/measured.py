"""What is measured of texts, to tell whether new ones are like those learned from."""

import pandas as pd

from training.columns import FEATURES
from training.tokens import joined
from training.words import words_of

NUMBERS = ["characters", "words", "characters a word", "different words"]
CATEGORIES = ["first letters", "missing texts"]
LATIN = "\u0250"
"""The first character behind the Latin ones."""


def measured(features: pd.DataFrame) -> pd.DataFrame:
    """How long each row's texts are, how they are written, and how many are missing."""
    texts = joined(features)
    words = [words_of(text) for text in texts]
    found = {
        "characters": [len(text) for text in texts],
        "words": [len(one) for one in words],
        "characters a word": [sum(map(len, one)) / max(1, len(one)) for one in words],
        "different words": [len({*one}) / max(1, len(one)) for one in words],
        "first letters": [script_of(text) for text in texts],
        "missing texts": features[list(FEATURES)].isna().sum(axis=1).astype(str).tolist(),
    }
    return pd.DataFrame(found, index=features.index)


def script_of(text: str) -> str:
    """Whether a text begins with Latin letters, with others, or with none."""
    first = next((one for one in text if one.isalpha()), None)
    if first is None:
        return "none"
    return "latin" if first < LATIN else "other"
