"""Other ways to the same rosters, measured beside Heltid: the textbook model in CP-SAT, the same in HiGHS, Timefold."""

from __future__ import annotations

import time

from benchmarks.rivals import timefold
from benchmarks.rivals.in_order import plan
from benchmarks.rivals.mip import Mip
from benchmarks.rivals.textbook import Textbook
from benchmarks.running import Data
from solver.domain.scenario import Scenario

RIVALS = ("textbook", "mip", "timefold")


def rival(name: str, scenario: Scenario, seconds: float, *, workers: int, seed: int) -> Data:
    """What one of RIVALS makes of a scenario in so many seconds."""
    if name == "timefold":
        return timefold.rival(scenario, seconds, seed=seed)
    started = time.monotonic()
    solve = (Textbook if name == "textbook" else Mip)(workers=workers, seed=seed, started=started)
    return plan(scenario, seconds, solve)
