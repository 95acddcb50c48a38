"""`python -m benchmarks all`: every part in turn, each as `python -m benchmarks PART`, and the page of it all.

The lines a part prints are kept in `benchmarks/results/PART.jsonl`, so parts can be measured one at a time:
`python -m benchmarks all --parts growth -- --seconds 60`. What stands after `--` goes along to every part.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.folder import data_folder, known
from benchmarks.page import PAGE, PARTS, page
from benchmarks.running import RESULTS, Data, header, write


def main(argv: Sequence[str]) -> int:
    end = list(argv).index("--") if "--" in argv else len(argv)
    parser = argparse.ArgumentParser(prog="python -m benchmarks all", description=__doc__)
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--page", type=Path, default=PAGE)
    asked = parser.parse_args(argv[:end])
    failed = [part for part in asked.parts if not run(part, argv[end + 1 :], asked.results)]
    asked.page.write_text(page(asked.results), encoding="utf-8")
    return 1 if failed else 0


def run(part: str, options: Sequence[str], results: Path) -> bool:
    """Measure one part; what it prints is shown and kept as it comes. False where it failed."""
    if find_spec(f"benchmarks.{part}") is None:
        print(f"{part}: not here yet", file=sys.stderr)
        return True
    rows: list[Data] = [header(part, options)]
    files = rotating() if part == "musliu" else []
    command = [sys.executable, "-m", "benchmarks", part, *files, *options]
    expected = known("rotating", "status.csv") if part == "musliu" else {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for row in _lines(process.stdout or iter(())):
            told = expected.get(row.get("instance", ""))
            rows.append(row | ({"expected": told["status"]} if told else {}))
            write(results / f"{part}.jsonl", rows)
    return process.returncode == 0


def rotating() -> list[str]:
    """Musliu's instances that are here."""
    folder = data_folder("rotating")
    return sorted(map(str, folder.glob("Example*.txt"))) if folder else []


def _lines(printed: Iterator[str]) -> Iterator[Data]:
    for line in printed:
        print(line, end="", flush=True)
        if line.startswith("{"):
            yield json.loads(line)
