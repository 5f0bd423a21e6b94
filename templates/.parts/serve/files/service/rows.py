"""What a request may hold: the columns of columns.json, within what the description promises."""

import json
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, create_model

from training.columns import FEATURES
from training.data import typed

COLUMNS = Path(__file__).with_name("columns.json")
MOST_ROWS = 1000
LONGEST = 100_000
"""Characters of a text."""


def row_model() -> type[BaseModel]:
    """A row as a model of pydantic; columns nobody knows are refused."""
    columns = json.loads(COLUMNS.read_text(encoding="utf-8"))
    fields: dict[str, Any] = {f"column{i}": field(column) for i, column in enumerate(columns)}
    return create_model("Row", __config__=ConfigDict(extra="forbid"), **fields)


def field(column: dict[str, Any]) -> tuple[Any, Any]:
    """Type and limits of one column. Text is not taken for a number, nor a number for text."""
    named: dict[str, Any] = {"alias": column["name"], "strict": True}
    if not column["required"]:
        named["default"] = None
    if column["kind"] == "number":
        limits = {"ge": column.get("minimum"), "le": column.get("maximum"), "allow_inf_nan": False}
        kind: Any = float
        named |= limits
    elif column["kind"] == "text":
        kind = str
        named |= {"max_length": LONGEST}
    elif "choices" in column:
        kind = Literal[tuple(column["choices"])]
        del named["strict"]
    else:
        kind = str
    return (kind if column["required"] else kind | None), Field(**named)


Row = row_model()


class Request(BaseModel):
    """Rows to predict, at most a thousand at a time."""

    model_config = ConfigDict(extra="forbid")
    # The columns are data, so the type is made when the service starts.
    rows: list[Row] = Field(min_length=1, max_length=MOST_ROWS)  # type: ignore[valid-type]


def features_of(request: Request) -> pd.DataFrame:
    """The rows as the model takes them."""
    rows = [row.model_dump(by_alias=True) for row in request.rows]  # type: ignore[attr-defined]
    texts = {
        name: [None if row[name] is None else str(row[name]) for row in rows] for name in FEATURES
    }
    return typed(pd.DataFrame(texts, dtype="str"))
