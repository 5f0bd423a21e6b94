"""Teaches the model, holds it against what it was before, and keeps the adapters."""

import json
import sys
from pathlib import Path
from typing import Any

from peft import PeftModel
from transformers import PreTrainedTokenizerFast, set_seed

from training.card import card
from training.chats import read_chats, split
from training.config import ROOT, Config, load_config
from training.evaluate import measure, summary
from training.learning import learn, mark_of
from training.model import load_tokenizer, with_adapters
from training.output import say
from training.tokens import examples


def train(
    config: Config, folder: Path
) -> tuple[PeftModel, PreTrainedTokenizerFast, dict[str, Any]]:
    """The model with its adapters, how it cuts texts, and what there is to say about it."""
    set_seed(config.seed)
    chats, dropped = read_chats(config.data)
    parts = split(chats, config.test_share, config.validation_share, config.seed)
    tokenizer = load_tokenizer(config.model)
    padding = int(tokenizer.pad_token_id)
    training, validation, test = (
        examples(tokenizer, part, config.length)
        for part in (parts.training, parts.validation, parts.test)
    )
    if not (training and validation and test):
        raise ValueError("length is too small: no answer is left after cutting conversations off")
    model = with_adapters(config)
    checkpoint = folder / "checkpoint" / mark_of(config)
    trainer = learn(model, training, validation, config, padding, checkpoint)
    tuned = measure(model, test, padding)
    # Without its adapters the model is what it was before.
    with model.disable_adapter():
        before = measure(model, test, padding)
    report = {
        "conversations": {
            "training": len(training),
            "validation": len(validation),
            "test": len(test),
            **dropped,
        },
        "test": tuned,
        "baseline": before,
        "history": trainer.state.log_history,
    }
    return model, tokenizer, report


def save(
    folder: Path,
    model: PeftModel,
    tokenizer: PreTrainedTokenizerFast,
    report: dict[str, Any],
    config: Config,
) -> None:
    """Writes the adapters, how texts are cut, report and card."""
    model.save_pretrained(str(folder))
    tokenizer.save_pretrained(str(folder))
    text = json.dumps(report, indent=2, ensure_ascii=False)
    (folder / "report.json").write_text(text + "\n", encoding="utf-8")
    (folder / "card.md").write_text(card(report, config), encoding="utf-8")


def main() -> int:
    """Trains with the settings in config.json."""
    config = load_config()
    model, tokenizer, report = train(config, ROOT / "model")
    save(ROOT / "model", model, tokenizer, report, config)
    for what, count in report["conversations"].items():
        say(f"{count:>8} conversations: {what}")
    say(summary(report["test"], report["baseline"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
