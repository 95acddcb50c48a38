"""What Timefold is given is the scenario: its lines, read in plain Python, agree with the audit and the goals."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

import solver
from benchmarks.rivals import timefold
from benchmarks.rivals.timefold.facts import NotSaidError, facts
from solver.auditing import audit
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario

DATA = Path(__file__).parents[2] / "data"
NAMES = ("solsiden-d-a-hver-tredje", "solsiden-langvakt-a", "solsiden-langvakt-b")
WEEK_DAYS = 7


def lines_module() -> ModuleType:
    """`lines.py` as Timefold's own environment has it: a file beside the process, of no package."""
    sys.path.insert(0, str(Path(timefold.__file__).parent))
    try:
        return importlib.import_module("lines")
    finally:
        sys.path.pop(0)


@pytest.fixture(params=NAMES, scope="module")
def planned(request: pytest.FixtureRequest) -> tuple[Scenario, Roster]:
    scenario = solver.load(DATA / "units" / f"{request.param}.yaml")
    return scenario, solver.load_roster(DATA / "rosters" / f"{request.param}.json", scenario)


def test_a_legal_roster_breaks_nothing_and_has_the_same_sizes_and_strain(
    planned: tuple[Scenario, Roster],
) -> None:
    scenario, roster = planned
    module, given = lines_module(), facts(scenario)
    strain, unwished = 0, 0
    for line, of in zip(roster.lines, given["lines"], strict=True):
        one = module.Line(given, of)
        days = [given["codes"].index(code) for code in line.days]
        paid = sum(one.paid[code] for code in days) + one.other
        weekends = sum(any(days[day : day + 2]) for day in range(5, len(days), WEEK_DAYS))
        size, apart = module.size_of(one, paid)
        if line.position_basis_points or paid:
            assert module.broken(one, days, weekends) == 0, line.employee
        assert apart == 0, line.employee
        assert size >= (line.position_basis_points or 0), line.employee
        strain += module.strain(one, days)
        unwished += sum(one.unwished[day * one.codes + code] for day, code in enumerate(days))
    goals = {goal.id: goal.value for goal in audit(scenario, roster).goals}
    assert strain == goals["strain"]
    assert unwished == goals["wishes"]


def test_a_line_of_day_shifts_alone_breaks_its_rules(planned: tuple[Scenario, Roster]) -> None:
    scenario, _ = planned
    module, given = lines_module(), facts(scenario)
    one = module.Line(given, given["lines"][0])
    assert module.broken(one, [1] * one.days, one.days // WEEK_DAYS) > one.days // WEEK_DAYS


@pytest.mark.parametrize("name", ["rullerende-tolv", "furuheim-sykehjem"])
def test_what_it_cannot_say_is_refused(name: str) -> None:
    with pytest.raises(NotSaidError):
        facts(solver.load(DATA / "units" / f"{name}.yaml"))
