"""Names of files in any locale: on Linux they are bytes, mostly UTF-8 whatever the locale says."""

import os
from pathlib import Path


def file_named(folder: Path, name: str) -> Path:
    """The file of that name in a folder, however its name is written on the disk."""
    plain = folder / name
    return plain if plain.exists() else folder / os.fsdecode(name.encode("utf-8"))


def name_of(path: Path) -> str:
    """The last part of a path as people know it."""
    try:
        return os.fsencode(path.name).decode("utf-8")
    except UnicodeDecodeError:
        return path.name
