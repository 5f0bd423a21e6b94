"""Which of the rows to learn from say when to stop: whole groups, as in the split."""

import numpy as np
from sklearn.model_selection import GroupShuffleSplit


def held_back(
    target: np.ndarray, groups: np.ndarray | None, share: float, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Positions to learn from, and positions that say when to stop."""
    if groups is None or len({*groups}) < 2:
        raise ValueError("early stopping needs at least two groups to learn from")
    learn, watch = next(
        GroupShuffleSplit(1, test_size=share, random_state=seed).split(target, groups=groups)
    )
    return learn, watch
