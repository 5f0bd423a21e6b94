"""Mends how values are written, column by column, as the schema says."""

import polars as pl

from preparation.schema import Repair, Schema
from preparation.table import Table

BLANKS = r"[\s\u{a0}\u{2000}-\u{200d}\u{202f}\u{205f}\u{2060}\u{3000}\u{feff}]+"
GROUPED = r"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$"
COMMA = r"^([+-]?\d+),(\d+)$"
POINTS = r"^[+-]?\d{1,3}(?:\.\d{3})+,\d+$"
YEAR_FIRST = r"^(?<year>\d{4})[./年-](?<month>\d{1,2})[./月-](?<day>\d{1,2})日?$"
DAY_FIRST = r"^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$"


def repaired(table: Table, schema: Schema) -> tuple[Table, dict[str, int]]:
    """The table with all repairs made, and how many cells of each column they changed."""
    changed: dict[str, int] = {}
    for column in schema.columns:
        if column.name not in table.columns or not column.repairs:
            continue
        after = table[column.name]
        for repair in column.repairs:
            after = mended(after, repair)
        changed[column.name] = int((after != table[column.name]).fill_null(False).sum())
        table = table.with_columns(after.alias(column.name))
    return table, changed


def mended(column: pl.Series, repair: Repair) -> pl.Series:
    """One column after one repair; a text the repair does not understand stays as it is."""
    match repair:
        case "blanks":
            return column.str.replace_all(BLANKS, " ").str.strip_chars()
        case "width":
            return column.str.normalize("NFKC")
        case "number":
            return numbers_mended(column.str.strip_chars())
        case "date":
            return dates_mended(dates_mended(column.str.strip_chars(), YEAR_FIRST), DAY_FIRST)
        case "case":
            return usual_case(column)


def numbers_mended(column: pl.Series) -> pl.Series:
    """1,234.5 and 1.234,5 and 12,5 as 1234.5 and 12.5."""
    text = pl.col("text")
    return (
        pl.DataFrame({"text": column})
        .select(
            pl.when(text.str.contains(GROUPED))
            .then(text.str.replace_all(",", "", literal=True))
            .when(text.str.contains(POINTS))
            .then(text.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True))
            .otherwise(text.str.replace(COMMA, "$1.$2"))
        )
        .to_series()
    )


def dates_mended(column: pl.Series, pattern: str) -> pl.Series:
    """Dates that match, as 2024-01-31."""
    found = column.str.extract_groups(pattern).struct
    year, month, day = (found.field(part) for part in ("year", "month", "day"))
    written = year + "-" + month.str.zfill(2) + "-" + day.str.zfill(2)
    return written.fill_null(column)


def usual_case(column: pl.Series) -> pl.Series:
    """Texts that differ in the case of letters alone, as most of them are written."""
    table = pl.DataFrame({"text": column}).with_columns(folded=pl.col("text").str.to_lowercase())
    counts = table.drop_nulls().group_by("folded", "text").len()
    ordered = counts.sort(["len", "text"], descending=[True, False])
    usual = ordered.unique("folded", keep="first", maintain_order=True)
    joined = table.join(usual, on="folded", how="left", maintain_order="left")
    return joined["text_right"]
