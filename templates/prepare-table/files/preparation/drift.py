"""Whether new data still looks like the training part."""

import argparse
import json
import sys
from pathlib import Path

from preparation.apply import latest, read
from preparation.config import load_config
from preparation.output import say
from preparation.profile import shifts
from preparation.schema import load_schema
from preparation.transform import features_of

LIMIT = 0.2
"""A population stability index above 0.2 counts as a marked shift."""


def main() -> int:
    """Prints the shift of each column; 1 where one is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    config, schema = load_config(), load_schema()
    features = features_of(read(parser.parse_args().data, schema, config), schema)
    known = json.loads((latest() / "profile.json").read_text(encoding="utf-8"))
    found = shifts(known, features, schema)
    for name, amount in found.items():
        say(f"{amount:.4f}  {name}{'  shifted' if amount > LIMIT else ''}")
    return 1 if any(amount > LIMIT for amount in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
