"""`python -m benchmarks NAME ..` calls `main` of `benchmarks.NAME`."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec


def main(argv: list[str]) -> int:
    if not argv or not argv[0].isidentifier() or find_spec(f"benchmarks.{argv[0]}") is None:
        print(
            "usage: python -m benchmarks all|contacts|curtois|musliu|pool|units|growth|page|rosters ..",
            file=sys.stderr,
        )
        return 2
    return int(import_module(f"benchmarks.{argv[0]}").main(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
