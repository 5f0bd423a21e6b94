"""Asks the model something."""

import argparse
import sys
from pathlib import Path

import torch
from peft import PeftModel
from transformers import PreTrainedTokenizerFast

from training.config import ROOT, load_config
from training.model import load_tokenizer, load_tuned
from training.output import say
from training.tokens import question, written


@torch.no_grad()
def answer(model: PeftModel, tokenizer: PreTrainedTokenizerFast, text: str, most: int) -> str:
    """The likeliest answer, of at most so many tokens."""
    asked = tokenizer(
        written(tokenizer, question(text), ask=True), add_special_tokens=False, return_tensors="pt"
    ).to(model.device)
    made = model.generate(
        input_ids=asked["input_ids"],
        attention_mask=asked["attention_mask"],
        max_new_tokens=most,
        do_sample=False,
        pad_token_id=tokenizer.pad_token_id,
    )
    said = made[0, asked["input_ids"].shape[1] :]
    return str(tokenizer.decode(said, skip_special_tokens=True)).strip()


def main(folder: Path = ROOT / "model") -> int:
    """Prints the answer to a question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("question")
    parser.add_argument("--tokens", type=int, default=200)
    given = parser.parse_args()
    if not (folder / "adapter_config.json").exists():
        parser.error("there is no model yet: train one first")
    model = load_tuned(load_config(), folder)
    say(answer(model, load_tokenizer(folder), given.question, given.tokens))
    return 0


if __name__ == "__main__":
    sys.exit(main())
