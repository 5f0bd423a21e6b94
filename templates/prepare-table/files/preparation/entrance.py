"""Holds a table against what the description promises of its columns."""

import numpy as np

from preparation.config import Config
from preparation.schema import Column, Schema
from preparation.table import Table, numbers, texts


def check(table: Table, schema: Schema, config: Config) -> dict[str, int]:
    """How many cells break each promise; more than the tolerance is an error."""
    found = {
        f"{column.name}: {promise}": count
        for column in schema.columns
        if column.name in table.columns
        for promise, count in broken(table, column).items()
        if count > 0
    }
    most = config.tolerance * len(table)
    grave = [f"{count} cells of {where}" for where, count in found.items() if count > most]
    if grave:
        raise ValueError(f"the data is not what its description says: {'; '.join(grave)}")
    return found


def broken(table: Table, column: Column) -> dict[str, int]:
    """How many cells of a column break each of its promises."""
    cells = texts(table, column.name)
    present = np.array([cell is not None for cell in cells], dtype=bool)
    found = {"missing": int((~present).sum())} if column.required else {}
    if column.kind == "number":
        values = numbers(table, column.name)
        found["no number"] = int((present & np.isnan(values)).sum())
        if column.minimum is not None:
            found["below the minimum"] = int((values < column.minimum).sum())
        if column.maximum is not None:
            found["above the maximum"] = int((values > column.maximum).sum())
    elif column.choices:
        known = set(column.choices)
        found["not a choice"] = sum(cell not in known for cell in cells[present])
    return found
