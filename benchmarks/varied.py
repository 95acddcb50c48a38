"""`python -m benchmarks varied`: made-up units of many shapes (`made_up`), each in a process of its own.

One JSON line for each seed: what the unit is like, seconds to the first legal roster and to cover at its bound, and
every goal's value and bound. Meant for finding units that take long, not for a page of figures.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from benchmarks.case import in_a_process, timing
from benchmarks.made_up import unit
from benchmarks.running import say


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks varied", description=__doc__)
    parser.add_argument("--units", type=int, default=20)
    parser.add_argument("--first", type=int, default=1, help="the first unit's seed")
    parser.add_argument("--lines", type=int, help="about so many lines each")
    parser.add_argument("--weeks", type=int, help="weeks of the cycle; left out: drawn")
    timing(parser, seconds=30)
    asked = parser.parse_args(argv)
    for seed in range(asked.first, asked.first + asked.units):
        raw = unit(seed, asked.lines, asked.weeks)
        row = in_a_process(raw, "heltid", asked.seconds, workers=asked.workers, seed=asked.seed)
        row.pop("days", None)
        about = {"unit": raw["id"], "lines": len(raw["employees"]), "weeks": raw["cycle"]["weeks"]}
        say(about | {"given": asked.seconds} | row)
    return 0
