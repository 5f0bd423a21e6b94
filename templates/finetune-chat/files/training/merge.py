"""Makes one model of the model and its adapters, in merged/, for servers that know no adapters."""

import sys

from training.config import ROOT, load_config
from training.model import load_tokenizer, load_tuned
from training.output import say


def main() -> int:
    """Writes the merged model."""
    folder = ROOT / "model" / "merged"
    load_tuned(load_config(), ROOT / "model").merge_and_unload().save_pretrained(str(folder))
    load_tokenizer(ROOT / "model").save_pretrained(str(folder))
    say(f"written to {folder.as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
