"""Conversations to tokens; only those of the answers are learned."""

from typing import TypedDict

import torch
from transformers import PreTrainedTokenizerFast

from training.chats import Chat, Turn

IGNORED = -100
"""What the library does not learn."""
PLAIN = (
    "{% for turn in messages %}<|{{ turn.role }}|>\n{{ turn.content }}{{ eos_token }}\n{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>\n{% endif %}"
)
"""How turns are written for a model that does not say how."""


class Example(TypedDict):
    """One conversation as a model takes it."""

    input_ids: list[int]
    labels: list[int]


def written(tokenizer: PreTrainedTokenizerFast, chat: Chat, *, ask: bool = False) -> str:
    """A conversation as the model reads it; with `ask`, up to where its answer begins."""
    turns = [{"role": turn.role, "content": turn.content} for turn in chat]
    return tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=ask)


def answers_in(tokenizer: PreTrainedTokenizerFast, chat: Chat) -> list[tuple[int, int]]:
    """Where the answers stand in the written conversation, their ends included."""
    spans = []
    for i, turn in enumerate(chat):
        if turn.role == "assistant":
            start = len(written(tokenizer, chat[:i], ask=True))
            spans.append((start, len(written(tokenizer, chat[: i + 1]))))
    return spans


def example(tokenizer: PreTrainedTokenizerFast, chat: Chat, length: int) -> Example:
    """The tokens of a conversation, and for each whether it is learned."""
    spans = answers_in(tokenizer, chat)
    read = tokenizer(
        written(tokenizer, chat),
        add_special_tokens=False,
        return_offsets_mapping=True,
        truncation=True,
        max_length=length,
    )
    learned = [
        any(start <= begin and end <= stop for start, stop in spans)
        for begin, end in read["offset_mapping"]
    ]
    ids = list(read["input_ids"])
    labels = [one if is_answer else IGNORED for one, is_answer in zip(ids, learned, strict=True)]
    return {"input_ids": ids, "labels": labels}


def examples(tokenizer: PreTrainedTokenizerFast, chats: list[Chat], length: int) -> list[Example]:
    """All conversations of which an answer is left after cutting them off."""
    found = [example(tokenizer, chat, length) for chat in chats]
    return [one for one in found if any(label != IGNORED for label in one["labels"])]


class Padded:
    """Makes a batch: fills up at the end what is shorter than the longest."""

    def __init__(self, padding: int) -> None:
        self.padding = padding

    def __call__(self, batch: list[Example]) -> dict[str, torch.Tensor]:
        longest = max(len(one["input_ids"]) for one in batch)
        rows = [longest - len(one["input_ids"]) for one in batch]
        ids = [
            one["input_ids"] + [self.padding] * gap for one, gap in zip(batch, rows, strict=True)
        ]
        labels = [one["labels"] + [IGNORED] * gap for one, gap in zip(batch, rows, strict=True)]
        shown = [[1] * (longest - gap) + [0] * gap for gap in rows]
        made = {"input_ids": ids, "labels": labels, "attention_mask": shown}
        return {name: torch.tensor(values) for name, values in made.items()}


def question(text: str) -> Chat:
    """A conversation that only asks."""
    return (Turn("user", text),)
