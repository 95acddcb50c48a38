"""What a goal measures on a roster is what the model says of the same roster, and what the oracle reads."""

from random import Random
from typing import get_args

import pytest
from ortools.sat.python import cp_model

from solver.domain.roster import Roster
from solver.domain.scenario import GoalId, Scenario
from solver.domain.work import Sheet
from solver.goals.registry import GOALS
from solver.holes import holes
from solver.rules.registry import RULES
from solver.search.model import RosterModel
from tests import oracle
from tests.agreement.judges import pin_contacts
from tests.builders import Data, tuples
from tests.goals.helpers import roster, scenario
from tests.goals.made import made_roster, made_unit

CASES = [(rotation, seed) for rotation in ("individual", "none", "shared") for seed in range(12)]


def test_every_goal_is_registered_under_its_own_id() -> None:
    assert set(GOALS) == set(get_args(GoalId))
    assert all(goal.id == name and goal.name and goal.unit for name, goal in GOALS.items())


@pytest.mark.parametrize(("rotation", "seed"), CASES)
def test_the_model_says_of_a_roster_what_is_measured_on_it(rotation: str, seed: int) -> None:
    unit, made, current = _made(rotation, seed)
    asked, given = Scenario.model_validate(tuples(unit)), _roster(made)
    sheet, before = Sheet.of(asked, given), _roster(current)
    measured = {name: goal.measure(sheet, before) for name, goal in GOALS.items()}
    model = RosterModel(asked, [])
    _pin(model, given)
    assert _solved(model, before)[1] == measured
    assert all(0 <= measured[name] <= goal.ceiling(asked) for name, goal in GOALS.items())


def test_a_roster_from_the_solver_has_the_values_that_the_solver_says() -> None:
    """A weighted sum of all goals, so that each is as small as the roster lets it be."""
    demand: list[Data] = [
        {"days": ["mon", "tue", "wed", "sat"], "start": "07:30", "end": "22:30", "min": 1, "wanted": 2},
        {"days": ["thu", "sun"], "start": "22:30", "end": "08:00", "min": 1, "competence": "skilled"},
    ]
    wishes = [{"days": ["mon", "tue"], "shift": "A", "weight": 400}]
    people: list[Data] = [
        {"competence": "skilled", "position": {"current": 50, "wanted": 100}, "wishes": wishes},
        {"competence": "skilled", "position": {"current": 40, "wanted": 80}, "long_shifts": True},
        {"vacant": True, "competence": "assistant"},
    ]
    asked = scenario(*people, demand=demand)
    current = roster(7, {"E1": "D D D D", "E2": ". . A A"})
    solver, said = _solved(model := RosterModel(asked, RULES), current)
    made = _read(model, solver)
    assert {name: goal.measure(Sheet.of(asked, made), current) for name, goal in GOALS.items()} == said


@pytest.mark.parametrize(("rotation", "seed"), CASES)
def test_the_oracle_reads_the_same_values_and_holes(rotation: str, seed: int) -> None:
    unit, made, current = _made(rotation, seed)
    sheet = Sheet.of(Scenario.model_validate(tuples(unit)), _roster(made))
    values = {name: goal.measure(sheet, _roster(current)) / goal.scale for name, goal in GOALS.items()}
    assert values == oracle.goals(unit, made, current)
    assert [hole.model_dump() for hole in holes(sheet)] == oracle.holes(unit, made)


def _made(rotation: str, seed: int) -> tuple[Data, Data, Data]:
    """A unit, a roster of it, and another roster that was current before (of some of the same people)."""
    rng = Random(f"{rotation}.{seed}")
    unit = made_unit(rng, rotation)
    current = made_roster(rng, unit)
    return unit, made_roster(rng, unit), current | {"lines": current["lines"][: rng.randint(0, 3)]}


def _roster(given: Data) -> Roster:
    return Roster.model_validate(tuples(given))


def _pin(model: RosterModel, given: Roster) -> None:
    """Leave the model no other roster than this one."""
    for line in given.lines:
        employee = model.scenario.employee_by_id[line.employee]
        model.add(model.position(employee) == line.position_basis_points, "pinned")
        for day, code in enumerate(line.days):
            if not code:
                model.add(model.on(employee, day) == 0, "pinned")
            else:
                model.add(model.works(employee, day, code) == 1, "pinned")
    pin_contacts(model, given)


def _solved(model: RosterModel, current: Roster) -> tuple[cp_model.CpSolver, dict[GoalId, int]]:
    """The model with the smallest sum of all goals. On a pinned roster none is in the way of another."""
    expressed = {name: goal.express(model, current) for name, goal in GOALS.items()}
    model.cp.minimize(sum(expressed.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model.cp) == cp_model.OPTIMAL
    return solver, {name: solver.value(value) for name, value in expressed.items()}


def _read(model: RosterModel, solver: cp_model.CpSolver) -> Roster:
    """The roster of a solved model."""
    lines = {}
    for employee in model.employees:
        days = ["."] * model.cycle.days
        for day in range(model.cycle.days):
            for shift in model.scenario.shifts:
                if solver.value(model.works(employee, day, shift.code)):
                    days[day] = shift.code
        lines[employee.id] = " ".join(days)
    sizes = {one.id: solver.value(model.position(one)) / 100 for one in model.employees}
    return roster(model.cycle.days, lines, sizes)
