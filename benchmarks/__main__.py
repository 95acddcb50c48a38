"""`python -m benchmarks NAME ..`: run `benchmarks.NAME`."""

import sys
from importlib import import_module


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1] not in ("curtois", "musliu"):
        print("python -m benchmarks curtois|musliu FILE.. [--seconds S] [--workers N]", file=sys.stderr)
        return 2
    found: int = import_module(f"benchmarks.{sys.argv[1]}").main(sys.argv[2:])
    return found


if __name__ == "__main__":
    sys.exit(main())
