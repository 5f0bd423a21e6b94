"""
Replaces the values of personal columns by a keyed hash. Whoever has the key can tell which
pseudonym is whose: the result is still personal data.
"""

import hashlib
import hmac
import os

import numpy as np

from preparation.schema import Schema
from preparation.table import Table, texts, with_texts

KEY = "PSEUDONYM_KEY"
"""The environment variable that holds the key; it is never written down."""
LEAST_BYTES = 16
DIGITS = 32


def deidentified(table: Table, schema: Schema) -> Table:
    """The table with pseudonyms; equal values get equal ones, missing ones stay missing."""
    personal = [one.name for one in schema.columns if one.personal and one.name in table.columns]
    if not personal:
        return table
    key = os.environ.get(KEY, "").encode()
    if len(key) < LEAST_BYTES:
        raise ValueError(f"{KEY} must hold a key of at least {LEAST_BYTES} bytes")
    for name in personal:
        told = [None if text is None else pseudonym(text, key) for text in texts(table, name)]
        table = with_texts(table, name, np.array(told, dtype=object))
    return table


def pseudonym(text: str, key: bytes) -> str:
    """The keyed hash (HMAC-SHA-256) of a text, shortened."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:DIGITS]
