"""How learning went, epoch by epoch."""

from pathlib import Path

from training.drawing import figure, keep


def plot_learning(path: Path, history: list[dict[str, float]]) -> None:
    """Draws the loss on the rows learned from and on those that say when to stop."""
    drawn = figure()
    axes = drawn.add_subplot(xlabel="epoch", ylabel="loss", yscale="log")
    for name in ("loss", "validationLoss"):
        axes.plot(range(1, len(history) + 1), [step[name] for step in history], label=name)
    axes.legend()
    keep(drawn, path)
