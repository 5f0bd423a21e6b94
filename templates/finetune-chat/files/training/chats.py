"""From a JSON Lines file to conversations, whatever shape it has."""

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROLES = {"human": "user", "gpt": "assistant", "bot": "assistant", "model": "assistant"}
PAIRS = (("prompt", "completion"), ("prompt", "response"), ("question", "answer"))


@dataclass(frozen=True)
class Turn:
    """What one side says."""

    role: str
    content: str


Chat = tuple[Turn, ...]


@dataclass(frozen=True)
class Parts:
    """Conversations to learn from, to say when to stop, and to judge by at the end."""

    training: list[Chat]
    validation: list[Chat]
    test: list[Chat]


def read_chats(path: Path) -> tuple[list[Chat], dict[str, int]]:
    """The conversations of a file, each once, and how many lines were left out and why."""
    found: list[Chat] = []
    dropped = {"empty or without an answer": 0, "repeated": 0}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            chat = chat_of(json.loads(line))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"line {number} is no conversation: {error}") from error
        if not any(turn.role == "assistant" and turn.content.strip() for turn in chat):
            dropped["empty or without an answer"] += 1
        else:
            found.append(chat)
    unique = list(dict.fromkeys(found))
    dropped["repeated"] = len(found) - len(unique)
    return unique, dropped


def chat_of(record: dict[str, Any]) -> Chat:
    """One conversation: a list of turns, a question with its answer, or an instruction."""
    for name in ("messages", "conversations", "conversation"):
        if name in record:
            system = [Turn("system", record["system"])] if record.get("system") else []
            return tuple([*system, *(turn_of(one) for one in record[name])])
    if "instruction" in record:
        asked = [record["instruction"], record.get("input") or ""]
        turns = [Turn("user", "\n\n".join(one for one in asked if one))]
        return tuple([*turns, Turn("assistant", record["output"])])
    for asked_in, answered_in in PAIRS:
        if asked_in in record and answered_in in record:
            return (Turn("user", record[asked_in]), Turn("assistant", record[answered_in]))
    raise ValueError(f"it has the keys {', '.join(record)}")


def turn_of(given: dict[str, Any]) -> Turn:
    """One turn, in either of the usual spellings."""
    role = given["role"] if "role" in given else given["from"]
    content = given["content"] if "content" in given else given["value"]
    return Turn(ROLES.get(role, role), content)


def split(chats: list[Chat], test: float, validation: float, seed: int) -> Parts:
    """Splits at random. Conversations that ask the same stay in one part."""
    by_question: dict[Chat, list[Chat]] = {}
    for chat in chats:
        asked = tuple(turn for turn in chat if turn.role == "user")[:1]
        by_question.setdefault(asked, []).append(chat)
    groups = list(by_question.values())
    if len(groups) < 3:
        raise ValueError("at least three conversations that ask different things are needed")
    random.Random(seed).shuffle(groups)
    first = max(1, round(len(groups) * test))
    second = first + max(1, round((len(groups) - first) * validation))
    flat = [[chat for group in part for chat in group] for part in parted(groups, first, second)]
    if not flat[2]:
        raise ValueError("there is nothing left to learn from: the shares are too great")
    return Parts(training=flat[2], validation=flat[1], test=flat[0])


def parted(groups: list[list[Chat]], first: int, second: int) -> list[list[list[Chat]]]:
    """Three lists, cut at two places."""
    return [groups[:first], groups[first:second], groups[second:]]
