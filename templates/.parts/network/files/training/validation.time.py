"""Which of the rows to learn from say when to stop: the newest ones, as in the split."""

import numpy as np


def held_back(
    target: np.ndarray, groups: np.ndarray | None, share: float, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Positions to learn from, and positions that say when to stop; rows are in order."""
    border = min(len(target) - 1, max(1, round(len(target) * (1 - share))))
    places = np.arange(len(target))
    return places[:border], places[border:]
