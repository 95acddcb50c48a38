"""Other ways to the same rosters, measured beside Heltid: the textbook model in CP-SAT, and the same in HiGHS."""

from __future__ import annotations

import time

from benchmarks.rivals.in_order import plan
from benchmarks.rivals.mip import Mip
from benchmarks.rivals.textbook import Textbook
from benchmarks.running import Data
from solver.domain.scenario import Scenario

RIVALS = ("textbook", "mip")


def rival(name: str, scenario: Scenario, seconds: float, *, workers: int, seed: int) -> Data:
    """What one of RIVALS makes of a scenario in so many seconds."""
    started = time.monotonic()
    solve = (Textbook if name == "textbook" else Mip)(workers=workers, seed=seed, started=started)
    return plan(scenario, seconds, solve)
