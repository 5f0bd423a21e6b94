"""Texts to numbers of words; the words are those of the rows given to fit."""

from collections import Counter
from typing import Self

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin

from training.words import words_of

NOTHING = 0
"""Stands behind the end of short texts."""
UNKNOWN = 1
"""Stands for every word that is rare or new."""
LEAST = 2
"""A word in fewer texts is rare."""


class Tokens(TransformerMixin, BaseEstimator):
    """Each text as the numbers of its words, cut off or filled up to one length."""

    def __init__(self, words: int = 20_000, length: int = 200) -> None:
        self.words = words
        self.length = length

    def fit(self, features: pd.DataFrame, target: pd.Series | None = None) -> Self:
        """Learns which words there are: the most frequent ones, ties in the order of the alphabet."""
        read = (words_of(text)[: self.length] for text in joined(features))
        counts = Counter(word for words in read for word in {*words})
        frequent = sorted(word for word in counts if counts[word] >= LEAST)
        frequent.sort(key=lambda word: -counts[word])
        self.numbers_ = {word: i for i, word in enumerate(frequent[: self.words], UNKNOWN + 1)}
        return self

    def transform(self, features: pd.DataFrame) -> np.ndarray:
        """One row of numbers a text."""
        found = np.full((len(features), self.length), NOTHING, dtype=np.int64)
        for row, text in zip(found, joined(features), strict=True):
            numbers = [self.numbers_.get(word, UNKNOWN) for word in words_of(text)[: self.length]]
            row[: len(numbers)] = numbers
        return found


def joined(features: pd.DataFrame) -> list[str]:
    """The texts of a row as one; what is missing adds nothing."""
    return [" ".join(row) for row in features.fillna("").to_numpy(dtype=object)]
