"""Text for a terminal of any encoding."""

import sys


def say(text: str) -> None:
    """Prints a text; what the terminal cannot show is escaped."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding))
