"""Mends how values are written, column by column, as the schema says."""

import pandas as pd

from preparation.schema import Repair, Schema
from preparation.table import Table

BLANKS = r"[\s\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]+"
GROUPED = r"^([+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?)$"
COMMA = r"^([+-]?\d+),(\d+)$"
POINTS = r"^([+-]?\d{1,3}(?:\.\d{3})+),(\d+)$"
YEAR_FIRST = r"^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$"
DAY_FIRST = r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$"


def repaired(table: Table, schema: Schema) -> tuple[Table, dict[str, int]]:
    """The table with all repairs made, and how many cells of each column they changed."""
    changed: dict[str, int] = {}
    for column in schema.columns:
        if column.name not in table.columns or not column.repairs:
            continue
        before = table[column.name]
        after = before
        for repair in column.repairs:
            after = mended(after, repair)
        changed[column.name] = int((after.notna() & (after != before)).sum())
        table = table.assign(**{column.name: after})
    return table, changed


def mended(column: pd.Series, repair: Repair) -> pd.Series:
    """One column after one repair; a text the repair does not understand stays as it is."""
    text = column.str
    match repair:
        case "blanks":
            return text.replace(BLANKS, " ", regex=True).str.strip()
        case "width":
            return text.normalize("NFKC")
        case "number":
            return numbers_mended(text.strip())
        case "date":
            years = text.strip().str.replace(YEAR_FIRST, dated(1, 2, 3), regex=True)
            return years.str.replace(DAY_FIRST, dated(3, 2, 1), regex=True)
        case "case":
            return usual_case(column)


def numbers_mended(column: pd.Series) -> pd.Series:
    """1,234.5 and 1.234,5 and 12,5 as 1234.5 and 12.5."""
    plain = column.str.replace(GROUPED, lambda found: found[1].replace(",", ""), regex=True)
    points = plain.str.replace(
        POINTS, lambda found: f"{found[1].replace('.', '')}.{found[2]}", regex=True
    )
    return points.str.replace(COMMA, r"\1.\2", regex=True)


def dated(year: int, month: int, day: int):
    """Writes a found date as 2024-01-31, by the numbers of its groups."""
    return lambda found: f"{found[year]}-{found[month]:0>2}-{found[day]:0>2}"


def usual_case(column: pd.Series) -> pd.Series:
    """Texts that differ in the case of letters alone, as most of them are written."""
    folded = column.str.casefold()
    counts = pd.DataFrame({"text": column, "folded": folded}).value_counts().reset_index()
    ordered = counts.sort_values(["count", "text"], ascending=[False, True])
    usual = ordered.drop_duplicates("folded").set_index("folded")["text"]
    return folded.map(usual).astype(object)
