"""What schema.json says of the columns: taken from the description of the data and its findings."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from preparation.config import ROOT
from preparation.paths import file_named

Kind = Literal["number", "category", "text", "other"]
Repair = Literal["blanks", "width", "number", "date", "case"]


@dataclass(frozen=True)
class Column:
    """One column, what is promised of it, and how its texts are mended."""

    name: str
    kind: Kind
    required: bool = False
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    personal: bool = False


@dataclass(frozen=True)
class Join:
    """A table to look further columns up in; they are called after it."""

    name: str
    data: Path
    left: tuple[str, ...]
    right: tuple[str, ...]
    columns: tuple[Column, ...]

    def called(self, column: Column) -> str:
        """The name of a looked-up column."""
        return f"{self.name}.{column.name}"


@dataclass(frozen=True)
class Schema:
    """All columns, and what each is for."""

    columns: tuple[Column, ...]
    joins: tuple[Join, ...]
    features: tuple[str, ...]
    target: str
    group: str | None = None
    time: str | None = None

    @property
    def kinds(self) -> dict[str, Kind]:
        """The kind of each feature, those of joined tables at the end."""
        own = {column.name: column.kind for column in self.columns if column.name in self.features}
        joined = {one.called(column): column.kind for one in self.joins for column in one.columns}
        return {**{name: own[name] for name in self.features}, **joined}

    @property
    def numbers(self) -> list[str]:
        """Features that are numbers."""
        return [name for name, kind in self.kinds.items() if kind == "number"]

    @property
    def categories(self) -> list[str]:
        """Features that are categories."""
        return [name for name, kind in self.kinds.items() if kind == "category"]

    @property
    def needed(self) -> list[str]:
        """The columns the file must have."""
        roles = [self.target, self.group, self.time]
        keys = [name for join in self.joins for name in join.left]
        return list(dict.fromkeys([*self.features, *(name for name in roles if name), *keys]))


def load_schema(path: Path = ROOT / "schema.json") -> Schema:
    """Reads the schema; paths of joined tables are taken from the file's folder."""
    given = json.loads(path.read_text(encoding="utf-8"))
    return Schema(
        columns=tuple(read_column(one) for one in given["columns"]),
        joins=tuple(
            Join(
                one["name"],
                file_named(path.parent, one["data"]),
                tuple(one["from"]),
                tuple(one["to"]),
                tuple(read_column(column) for column in one["columns"]),
            )
            for one in given["joins"]
        ),
        features=tuple(given["features"]),
        target=given["target"],
        group=given.get("group"),
        time=given.get("time"),
    )


def read_column(given: dict[str, Any]) -> Column:
    """One column; what is not said is not promised."""
    return Column(
        name=given["name"],
        kind=given["kind"],
        required=given.get("required", False),
        minimum=given.get("minimum"),
        maximum=given.get("maximum"),
        choices=tuple(given.get("choices", ())),
        repairs=tuple(given.get("repairs", ())),
        personal=given.get("personal", False),
    )
