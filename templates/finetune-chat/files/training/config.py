"""The settings in config.json."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from training.paths import file_named

ROOT = Path(os.path.relpath(Path(__file__).resolve().parent.parent))
"""
As seen from where a program was started: libraries that are not written in Python take names of
files for UTF-8, whatever the locale says, and so get no more of them than they need.
"""


@dataclass(frozen=True)
class Config:
    """Where the conversations are, which model learns from them, and how."""

    data: Path
    model: str
    """A name of the Hugging Face Hub, or the path of a folder."""
    mirror: str
    """Address the model is fetched from."""
    seed: int
    test_share: float
    validation_share: float
    """Share of the conversations to learn from that say when to stop."""
    length: int
    """Tokens of a conversation that are read; what follows is cut off."""
    rank: int
    alpha: int
    """How strongly the adapters speak, in parts of their rank."""
    dropout: float
    learning_rate: float
    warm_up: float
    """Share of the steps in which the learning rate rises."""
    clip: float
    batch: int
    accumulate: int
    """Batches of which one step is made, where memory is short."""
    epochs: int
    patience: int


def load_config(path: Path = ROOT / "config.json") -> Config:
    """Reads the settings; the path of the data is taken from the file's folder."""
    given = json.loads(path.read_text(encoding="utf-8"))
    config = Config(
        data=file_named(path.parent, given["data"]),
        model=model_of(path.parent, given["model"]),
        mirror=given["mirror"],
        seed=given["seed"],
        test_share=given["testShare"],
        validation_share=given["validationShare"],
        length=given["length"],
        rank=given["rank"],
        alpha=given["alpha"],
        dropout=given["dropout"],
        learning_rate=given["learningRate"],
        warm_up=given["warmUp"],
        clip=given["clip"],
        batch=given["batch"],
        accumulate=given["accumulate"],
        epochs=given["epochs"],
        patience=given["patience"],
    )
    for name in ("testShare", "validationShare"):
        if not 0 < given[name] < 1:
            raise ValueError(f"{name} must lie between 0 and 1, not {given[name]}")
    # The library reads the address when it is loaded, so this comes first.
    os.environ.setdefault("HF_ENDPOINT", config.mirror)
    return config


def model_of(folder: Path, given: str) -> str:
    """A folder beside the settings where there is one of that name, else a name of the Hub."""
    beside = file_named(folder, given)
    return str(beside) if beside.is_dir() else given
