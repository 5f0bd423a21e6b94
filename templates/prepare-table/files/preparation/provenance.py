"""What a version of the output was made from: enough to make it again."""

import hashlib
import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from preparation.config import ROOT, Config
from preparation.paths import name_of
from preparation.schema import Schema

PACKAGES = ("numpy", "scikit-learn", "scipy")


def provenance(schema: Schema, config: Config, steps: dict[str, Any]) -> dict[str, Any]:
    """Digests of all that went in, versions of what worked on it, and what was done."""
    inputs = [config.data, *(join.data for join in schema.joins)]
    code = sorted(Path(__file__).parent.glob("*.py"))
    settings = [ROOT / "config.json", ROOT / "schema.json"]
    return {
        "inputs": {name_of(path): digest(path) for path in inputs},
        "settings": {path.name: digest(path) for path in settings},
        "code": {path.name: digest(path) for path in code},
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        "seed": config.seed,
        "steps": steps,
    }


def version_of(made: dict[str, Any]) -> str:
    """A short name of the version: the same inputs, settings and code give the same one."""
    return hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()[:12]


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
