"""Cuts Chinese texts into words by a dictionary; what is not Chinese is cut at blanks."""

import logging
import re
import unicodedata

import jieba

WORD = re.compile(r"\w")

# It tells on the error stream how long its dictionary took to load.
jieba.setLogLevel(logging.WARNING)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; width and composition of characters do not count."""
    cut = jieba.lcut(unicodedata.normalize("NFKC", text).casefold())
    return [word for word in cut if WORD.search(word)]
