"""A tiny model with weights drawn at random, and conversations to teach it: nothing is fetched."""

import json
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from training.config import Config

COLOURS = {"sky": "blue", "grass": "green", "snow": "white", "coal": "black", "血": "红色"}


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the model."""
    folder = tmp_path_factory.mktemp("tiny")
    cut = Tokenizer(models.BPE())
    cut.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    cut.decoder = decoders.ByteLevel()
    letters = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=300, special_tokens=["<end>"], initial_alphabet=letters, show_progress=False
    )
    cut.train_from_iterator(["what colour is it"], trainer)
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=cut, eos_token="<end>")
    tokenizer.save_pretrained(folder)
    torch.manual_seed(1)
    shape = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        max_position_embeddings=256,
        initializer_range=0.2,
    )
    LlamaForCausalLM(shape).save_pretrained(folder)
    return folder


@pytest.fixture
def config(tmp_path: Path, tiny: Path) -> Config:
    """Settings for a file of conversations, each of which asks for one of a few colours."""
    data = tmp_path / "对话.jsonl"
    lines = [
        {
            "messages": [
                {"role": "user", "content": f"What colour is {thing}? Ask {i}"},
                {"role": "assistant", "content": colour},
            ]
        }
        for i in range(16)
        for thing, colour in COLOURS.items()
    ]
    texts = [json.dumps(line, ensure_ascii=False) for line in lines]
    data.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return Config(
        data=data,
        model=str(tiny),
        mirror="http://127.0.0.1:9",
        seed=7,
        test_share=0.2,
        validation_share=0.2,
        length=128,
        rank=8,
        alpha=16,
        dropout=0,
        learning_rate=0.02,
        warm_up=0.05,
        clip=1,
        batch=8,
        accumulate=1,
        epochs=8,
        patience=3,
    )
