"""Which of the rows to learn from say when to stop: whole groups, as in the split."""

import numpy as np
from sklearn.model_selection import GroupShuffleSplit, ShuffleSplit


def held_back(
    target: np.ndarray, groups: np.ndarray | None, share: float, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """
    Positions to learn from, and positions that say when to stop. Of one group alone, as a fold of
    few groups may leave it, some rows are held back: they stop learning and judge nothing.
    """
    kind = ShuffleSplit if groups is None or len({*groups}) < 2 else GroupShuffleSplit
    chooser = kind(1, test_size=share, random_state=seed)
    learn, watch = next(chooser.split(target, groups=groups))
    return learn, watch
