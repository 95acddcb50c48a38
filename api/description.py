"""`docs/openapi.json`: what the API promises, as it was last written; `python -m api.description` (`make openapi`)
writes it anew, and refuses a change that breaks those who use `/v1`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from api.compat import breaks
from api.main import create_app
from api.settings import Settings

FILE = Path(__file__).parents[1] / "docs" / "openapi.json"


def described() -> dict[str, Any]:
    """What the API says of itself now; the version of the package is left out, as it changes nothing."""
    told = json.loads(json.dumps(create_app(Settings(database_url="sqlite://")).openapi()))
    told["info"]["version"] = "1"
    return dict(told)


def text_of(description: dict[str, Any]) -> str:
    """The description as its file holds it."""
    return json.dumps(description, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write the file, unless the change breaks something."""
    now = described()
    before = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {"paths": {}}
    broken = breaks(before, now)
    if broken:
        print("\n".join(["This breaks those who use /v1:", *broken]), file=sys.stderr)
        return 1
    FILE.write_text(text_of(now), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
