"""From conversations to answers."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from transformers import PreTrainedTokenizerFast

from training.chat import answer
from training.chats import Turn
from training.config import ROOT, Config, load_config
from training.model import load_tokenizer, load_tuned
from training.tokens import IGNORED, example, examples, written
from training.train import save, train


@pytest.fixture
def tokenizer(tiny: Path) -> PreTrainedTokenizerFast:
    """How the tiny model cuts texts."""
    return load_tokenizer(tiny)


def test_only_answers_are_learned(tokenizer: PreTrainedTokenizerFast) -> None:
    chat = (
        Turn("user", "sky?"),
        Turn("assistant", "蓝"),
        Turn("user", "hm"),
        Turn("assistant", "b"),
    )
    made = example(tokenizer, chat, 200)
    learned = [one for one in made["labels"] if one != IGNORED]
    assert tokenizer.decode(learned) == "蓝<end>\nb<end>\n"
    assert tokenizer.decode(made["input_ids"]) == written(tokenizer, chat)


def test_long_conversations_are_cut_off(tokenizer: PreTrainedTokenizerFast) -> None:
    chat = (Turn("user", "x" * 50), Turn("assistant", "y"))
    assert len(example(tokenizer, chat, 20)["input_ids"]) == 20
    assert examples(tokenizer, [chat], 20) == []


def test_the_model_learns_is_kept_and_answers(config: Config, tmp_path: Path) -> None:
    model, tokenizer, report = train(config, tmp_path)
    assert report["test"]["perplexity"] < 0.5 * report["baseline"]["perplexity"]
    save(tmp_path, model, tokenizer, report, config)
    assert not any((tmp_path / "checkpoint").iterdir())
    assert "对话.jsonl" in (tmp_path / "card.md").read_text(encoding="utf-8")
    kept = load_tuned(config, tmp_path)
    said = answer(kept, load_tokenizer(tmp_path), "What colour is snow? Ask 3", 8)
    assert said == answer(model.eval(), tokenizer, "What colour is snow? Ask 3", 8)
    files = {path.name for path in tmp_path.iterdir()}
    assert {"adapter_config.json", "adapter_model.safetensors", "report.json"} <= files
    _, _, again = train(config, tmp_path / "again")
    assert again["test"] == report["test"]


def test_settings_out_of_range_are_refused(config: Config, tmp_path: Path) -> None:
    given = json.loads((ROOT / "config.json").read_text(encoding="utf-8"))
    file = tmp_path / "config.json"
    file.write_text(json.dumps({**given, "testShare": 1.5}), encoding="utf-8")
    with pytest.raises(ValueError, match="between 0 and 1"):
        load_config(file)
    with pytest.raises(ValueError, match="length is too small"):
        train(replace(config, length=2), tmp_path)
