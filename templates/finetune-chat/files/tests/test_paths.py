"""Names of files in any locale."""

import os
from pathlib import Path

from training.paths import file_named, name_of


def test_names_are_found_however_they_are_written(tmp_path: Path) -> None:
    for written in ("数据.csv".encode(), b"plain.csv"):
        (tmp_path / os.fsdecode(written)).write_text("a\n", encoding="utf-8")
        found = file_named(tmp_path, written.decode())
        assert found.exists()
        assert name_of(found) == written.decode()


def test_a_name_that_is_not_utf8_is_left_as_it_is() -> None:
    odd = Path(os.fsdecode(b"\xff.csv"))
    assert name_of(odd) == odd.name
