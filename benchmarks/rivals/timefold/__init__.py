"""Timefold's solver on the same rules and goals: its Python package, in an environment of its own, when Java is here.

`make bench` makes the environment. Timefold itself says that its Python is slower than its Java.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

from benchmarks.rivals.timefold.facts import NotSaidError, facts
from benchmarks.running import Data
from solver.auditing import audit
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario

ENVIRONMENT = Path(__file__).parents[3] / ".venv-timefold" / "bin" / "python"
PROCESS = Path(__file__).with_name("process.py")
LATE_SECONDS = 60
"""what starting Java and translating may take beside the search, before it is ended"""


def is_here() -> bool:
    return ENVIRONMENT.exists() and shutil.which("java") is not None


def rival(scenario: Scenario, seconds: float, *, seed: int) -> Data:
    """What Timefold makes of a scenario in so many seconds of search; `status` is `not_said` where our model of it
    lacks a rule the scenario has.
    """
    started = time.monotonic()
    try:
        given = facts(scenario) | {"search_seconds": seconds, "seed": seed}
    except NotSaidError as error:
        return {"status": "not_said", "seconds": 0, "first_seconds": None, "goals": {}, "lacks": str(error)}
    done = subprocess.run(
        [str(ENVIRONMENT), str(PROCESS)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=seconds + LATE_SECONDS,
        check=True,
    )
    answer = json.loads(done.stdout.splitlines()[-1])
    row: Data = {
        "status": "unknown" if answer["hard"] else "feasible",
        "seconds": round(time.monotonic() - started, 2),
        "first_seconds": answer["first_seconds"],
        "goals": {},
    }
    return row if answer["hard"] else row | _told(scenario, given, answer)


def _told(scenario: Scenario, given: Data, answer: Data) -> Data:
    """The roster by Heltid's own audit and measures."""
    codes = given["codes"]
    lines = tuple(
        Line(
            employee=employee.id,
            position_basis_points=size,
            days=tuple(codes[code] for code in days),
        )
        for employee, size, days in zip(scenario.employees, answer["sizes"], answer["days"], strict=True)
    )
    checked = audit(scenario, Roster(scenario=scenario.id, lines=lines))
    row: Data = {"goals": {goal.id: {"value": goal.value, "bound": None} for goal in checked.goals}}
    row["days"] = {line.employee: list(line.days) for line in checked.roster.lines}
    if checked.breaches:
        row["broken"] = [f"{one.rule} {one.employee}" for one in checked.breaches[:5]]
    return row
