"""Reading and splitting conversations."""

from pathlib import Path

import pytest

from training.chats import Turn, chat_of, read_chats, split
from training.config import Config


@pytest.mark.parametrize(
    "record",
    [
        {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]},
        {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]},
        {"instruction": "a", "input": "", "output": "b"},
        {"prompt": "a", "completion": "b"},
        {"question": "a", "answer": "b"},
    ],
)
def test_every_shape_is_read(record: dict[str, object]) -> None:
    assert chat_of(record) == (Turn("user", "a"), Turn("assistant", "b"))


def test_what_the_system_is_told_comes_first() -> None:
    record = {"system": "be kind", "conversations": [{"from": "human", "value": "a"}]}
    assert chat_of(record)[0] == Turn("system", "be kind")


def test_lines_that_are_no_conversation_are_named(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"prompt": "a", "completion": "b"}\n{"name": 1}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2 is no conversation"):
        read_chats(file)


def test_repeats_and_chats_without_an_answer_are_dropped(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    line = '{"prompt": "a", "completion": "b"}\n'
    file.write_text(line * 3 + '\n{"prompt": "a", "completion": " "}\n', encoding="utf-8")
    chats, dropped = read_chats(file)
    assert len(chats) == 1
    assert dropped == {"empty or without an answer": 1, "repeated": 2}


def test_the_same_question_is_in_one_part(config: Config) -> None:
    chats, _ = read_chats(config.data)
    twice = [*chats, *((chat[0], Turn("assistant", "another")) for chat in chats)]
    parts = split(twice, 0.2, 0.2, 7)
    asked = [{chat[0] for chat in part} for part in (parts.training, parts.validation, parts.test)]
    assert not asked[0] & asked[1] and not asked[0] & asked[2] and not asked[1] & asked[2]
    assert sum(map(len, (parts.training, parts.validation, parts.test))) == len(twice)
    assert split(twice, 0.2, 0.2, 7) == parts
