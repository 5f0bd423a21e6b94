"""Tables as pandas has them; all other modules ask this one."""

from pathlib import Path

import numpy as np
import pandas as pd

from preparation.config import Config

Table = pd.DataFrame


def read_table(path: Path, config: Config, needed: list[str]) -> Table:
    """Reads the needed columns as text; spellings of "missing" become missing."""
    table = pd.read_csv(
        path,
        sep=config.delimiter,
        encoding=config.encoding,
        dtype=str,
        keep_default_na=False,
        na_values=list(config.missing),
    )
    absent = [name for name in needed if name not in table.columns]
    if absent:
        raise ValueError(f"{path.name} has no column {', '.join(map(repr, absent))}")
    return table[needed].astype(object)


def from_columns(columns: dict[str, np.ndarray]) -> Table:
    """A table of columns."""
    return pd.DataFrame(columns)


def texts(table: Table, name: str) -> np.ndarray:
    """The texts of a column; None where one is missing."""
    column = table[name].astype(object)
    return column.where(column.notna(), None).to_numpy(dtype=object, copy=True)


def numbers(table: Table, name: str) -> np.ndarray:
    """The numbers of a column; NaN where there is none."""
    return pd.to_numeric(table[name], errors="coerce").to_numpy(dtype=float)


def with_texts(table: Table, name: str, values: np.ndarray) -> Table:
    """The table with other texts in a column."""
    return table.assign(**{name: pd.Series(values, index=table.index, dtype=object)})


def without(table: Table, names: list[str]) -> Table:
    """The table without some columns."""
    return table.drop(columns=names)


def rows(table: Table, kept: np.ndarray) -> Table:
    """The rows at positions, or where a mask is true."""
    return table[kept] if kept.dtype == bool else table.iloc[kept]


def first_ones(table: Table) -> np.ndarray:
    """True for each row that repeats no earlier one."""
    return ~table.duplicated().to_numpy()


def look_up(table: Table, other: Table, left: list[str], right: list[str]) -> Table:
    """
    Adds the other table's columns where the keys are equal. A key that is there twice is an
    error: rows would multiply.
    """
    if other.duplicated(right).any():
        raise ValueError(f"the key {', '.join(right)} names several rows")
    found = table.merge(other, how="left", left_on=left, right_on=right)
    return found.drop(columns=[name for name in right if name not in left])


def renamed(table: Table, names: dict[str, str]) -> Table:
    """The named columns alone, under new names."""
    return table[list(names)].rename(columns=names)


def write_table(table: Table, path: Path) -> None:
    """Writes a table as CSV."""
    table.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")
