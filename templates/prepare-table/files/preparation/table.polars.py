"""Tables as polars has them; all other modules ask this one."""

from pathlib import Path

import numpy as np
import polars as pl

from preparation.config import Config

Table = pl.DataFrame


def read_table(path: Path, config: Config, needed: list[str]) -> Table:
    """Reads the needed columns as text; spellings of "missing" become missing."""
    text = path.read_bytes().decode(config.encoding).removeprefix("\ufeff")
    table = pl.read_csv(
        text.encode(),
        separator=config.delimiter,
        infer_schema=False,
        null_values=list(config.missing),
    )
    absent = [name for name in needed if name not in table.columns]
    if absent:
        raise ValueError(f"{path.name} has no column {', '.join(map(repr, absent))}")
    return table.select(needed)


def from_columns(columns: dict[str, np.ndarray]) -> Table:
    """A table of columns."""
    return pl.DataFrame({name: pl.Series(values.tolist()) for name, values in columns.items()})


def texts(table: Table, name: str) -> np.ndarray:
    """The texts of a column; None where one is missing."""
    return np.array(table[name].to_list(), dtype=object)


def numbers(table: Table, name: str) -> np.ndarray:
    """The numbers of a column; NaN where there is none."""
    trimmed = table[name].cast(pl.String).str.strip_chars()
    return trimmed.cast(pl.Float64, strict=False).fill_null(float("nan")).to_numpy()


def with_texts(table: Table, name: str, values: np.ndarray) -> Table:
    """The table with other texts in a column."""
    return table.with_columns(pl.Series(name, values.tolist(), dtype=pl.String))


def without(table: Table, names: list[str]) -> Table:
    """The table without some columns."""
    return table.drop(names)


def rows(table: Table, kept: np.ndarray) -> Table:
    """The rows at positions, or where a mask is true."""
    return table.filter(pl.Series(kept)) if kept.dtype == bool else table[kept.tolist()]


def first_ones(table: Table) -> np.ndarray:
    """True for each row that repeats no earlier one."""
    return table.select(pl.struct(pl.all()).is_first_distinct()).to_series().to_numpy()


def look_up(table: Table, other: Table, left: list[str], right: list[str]) -> Table:
    """
    Adds the other table's columns where the keys are equal. A key that is there twice is an
    error: rows would multiply.
    """
    if other.select(right).is_duplicated().any():
        raise ValueError(f"the key {', '.join(right)} names several rows")
    return table.join(other, how="left", left_on=left, right_on=right, maintain_order="left")


def renamed(table: Table, names: dict[str, str]) -> Table:
    """The named columns alone, under new names."""
    return table.select(list(names)).rename(names)


def write_table(table: Table, path: Path) -> None:
    """Writes a table as CSV."""
    path.write_text(table.write_csv(), encoding="utf-8", newline="\n")
