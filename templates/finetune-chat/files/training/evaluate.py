"""How well a model says the answers of conversations it has not seen."""

import math

import torch
from peft import PeftModel

from training.tokens import IGNORED, Example, Padded

BATCH = 4


@torch.no_grad()
def measure(model: PeftModel, examples: list[Example], padding: int) -> dict[str, float]:
    """
    The mean surprise at a token of the answers in nats, the perplexity that follows from it, and
    the share of tokens that were thought the likeliest.
    """
    model.eval()
    total, right, tokens = 0.0, 0, 0
    for start in range(0, len(examples), BATCH):
        batch = Padded(padding)(examples[start : start + BATCH])
        given = {name: values.to(model.device) for name, values in batch.items()}
        scores = model(input_ids=given["input_ids"], attention_mask=given["attention_mask"]).logits[
            :, :-1
        ]
        wanted = given["labels"][:, 1:]
        learned = wanted != IGNORED
        loss = torch.nn.functional.cross_entropy(
            scores[learned].float(), wanted[learned], reduction="sum"
        )
        total += float(loss)
        right += int((scores.argmax(dim=-1)[learned] == wanted[learned]).sum())
        tokens += int(learned.sum())
    mean = total / max(1, tokens)
    return {
        "loss": mean,
        "perplexity": math.exp(min(mean, 700)),
        "accuracy": right / max(1, tokens),
    }


def summary(tuned: dict[str, float], before: dict[str, float]) -> str:
    """Two lines for people."""
    return (
        f"perplexity {tuned['perplexity']:.4g}  (before: {before['perplexity']:.4g})\n"
        f"tokens right {tuned['accuracy']:.4f}  (before: {before['accuracy']:.4f})"
    )
