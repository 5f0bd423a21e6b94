"""Cuts texts into words at blanks and punctuation."""

import re
import unicodedata

WORD = re.compile(r"\w+(?:['’]\w+)?")


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; width and composition of characters do not count."""
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())
