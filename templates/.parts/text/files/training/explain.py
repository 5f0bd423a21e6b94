"""Which words a model relies on."""

from collections import Counter, defaultdict

import numpy as np
import pandas as pd
from sklearn.pipeline import Pipeline

from training.columns import FEATURES
from training.config import Config
from training.tokens import NOTHING, joined
from training.words import words_of

TEXTS = 200
"""Texts that are looked at: each word of each is left out once."""
LEAST = 3
"""Texts a word must be in."""
TOLD = 50


def importance(model: Pipeline, rows: pd.DataFrame, config: Config) -> dict[str, float]:
    """By how much the probability of the prediction falls without a word, on average."""
    seen = rows.sample(min(TEXTS, len(rows)), random_state=config.seed)[list(FEATURES)]
    falls: dict[str, list[float]] = defaultdict(list)
    for text, row in zip(joined(seen), model[0].transform(seen), strict=True):
        known = words_of(text)[: len(row)]
        for word, fall in zip(known, falls_of(model, row[None], len(known)), strict=True):
            falls[word].append(fall)
    counts = Counter({word: len(found) for word, found in falls.items()})
    means = {word: float(np.mean(falls[word])) for word in falls if counts[word] >= LEAST}
    return dict(sorted(means.items(), key=lambda item: -item[1])[:TOLD])


def falls_of(model: Pipeline, row: np.ndarray, words: int) -> list[float]:
    """The fall for each word of one text, when it alone is left out."""
    if words == 0:
        return []
    without = np.repeat(row, words + 1, axis=0)
    places = np.arange(words)
    without[places, places] = NOTHING
    shares = model[-1].predict_proba(without)
    said = shares[-1].argmax()
    return (shares[-1, said] - shares[:-1, said]).tolist()
