"""Leaves out the columns that the description marks as personal."""

from preparation.schema import Schema
from preparation.table import Table, without


def deidentified(table: Table, schema: Schema) -> Table:
    """The table without personal columns."""
    personal = [one.name for one in schema.columns if one.personal and one.name in table.columns]
    return without(table, personal)
