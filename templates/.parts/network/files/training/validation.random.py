"""Which of the rows to learn from say when to stop: some at random."""

import numpy as np
from sklearn.model_selection import train_test_split


def held_back(
    target: np.ndarray, groups: np.ndarray | None, share: float, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Positions to learn from, and positions that say when to stop."""
    learn, watch = train_test_split(np.arange(len(target)), test_size=share, random_state=seed)
    return learn, watch
