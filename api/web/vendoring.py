"""Copies what browsers need out of node_modules, with version, licence and hashes beside it (`make vendor`)."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
VENDOR: Final = HERE / "static" / "vendor"
LISTED: Final = VENDOR / "vendor.json"
FILES: Final[dict[str, tuple[str, ...]]] = {
    "swagger-ui-dist": ("swagger-ui-bundle.js", "swagger-ui.css", "LICENSE", "NOTICE"),
}
"""by package, what of it is used"""


def copy(modules: Path) -> None:
    """Copy every file and write the list of them."""
    listed = {}
    for package, files in FILES.items():
        told: dict[str, Any] = json.loads((modules / package / "package.json").read_text(encoding="utf-8"))
        folder = VENDOR / package
        folder.mkdir(parents=True, exist_ok=True)
        for name in files:
            shutil.copyfile(modules / package / name, folder / name)
        hashes = {name: sha256(folder / name) for name in files}
        listed[package] = {"version": told["version"], "license": told["license"], "sha256": hashes}
    LISTED.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    copy(HERE / "node_modules")
