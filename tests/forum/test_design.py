"""Positions from demand alone, and what to advertise as people leave: rosters with proofs, never more than is so."""

from __future__ import annotations

from datetime import date

import pytest

import solver
from solver.auditing import audit
from solver.domain.fault import FaultError
from solver.domain.scenario import Scenario
from solver.files.scenario import parse_scenario
from solver.forum.design.proposals import Proposal
from tests.forum.shared import person, unit

NEEDS = {"mon": 2, "wed": 1, "fri": 1, "sat": 1}


def asked(*people: dict[str, object], needs: dict[str, int] | None = None) -> Scenario:
    return parse_scenario(unit("nord", list(people), needs or NEEDS)["scenario"])


def designed(scenario: Scenario, **given: object) -> Proposal:
    return solver.design(scenario, seconds=300, work=20.0, workers=1, **given)[0]  # type: ignore[arg-type]


def test_the_fewest_lines_that_cover_the_demand_are_found_and_proven() -> None:
    """Two are needed on Monday, and two are enough."""
    found = designed(asked(person("A", 40), person("B", 60)))
    made = found.steps[0].design
    assert made.status == "solved"
    goals = {goal.id: (goal.value, goal.bound) for goal in made.goals}
    assert goals["cover"] == (0, 0)
    assert goals["lines_used"] == (2, 2)
    assert sum(seat.count for seat in made.seats) == 2
    assert not audit(made.scenario, made.roster).breaches


def test_nobody_of_todays_is_in_a_design_from_demand_alone() -> None:
    made = designed(asked(person("A", 40) | {"name": "Ada"})).steps[0].design
    assert all(one.vacant and one.name is None for one in made.scenario.employees)


def test_whoever_wants_more_gets_it_before_anything_is_advertised() -> None:
    found = designed(asked(person("A", 40, 80), person("B", 60)), keep=True)
    step = found.steps[0]
    assert step.larger == (("A", 4000, 8000),) or not step.advertised
    assert {goal.id: goal.value for goal in step.design.goals}["cover"] == 0


def test_what_is_advertised_follows_those_who_leave_and_stays() -> None:
    scenario = asked(person("A", 40), person("B", 60))
    found = designed(scenario, leaves={"A": date(2027, 8, 1), "B": date(2028, 8, 1)})
    assert [step.left for step in found.steps] == [(), ("A",), ("A", "B")]
    assert [bool(step.advertised) for step in found.steps] == [False, True, True]
    last = found.steps[-1].design.scenario
    earlier = [one for one in last.employees if not one.vacant]
    assert [one.id.endswith("@1") for one in earlier] == [True]


def test_what_cannot_be_covered_is_told_with_its_proof() -> None:
    """Nobody may work weekends, and Saturday asks for one."""
    made = designed(asked(person("A", 40, max_weekends=0))).steps[0].design
    goals = {goal.id: (goal.value, goal.bound) for goal in made.goals}
    assert goals["cover"] == (426, 426)


def test_each_arrangement_is_a_proposal_the_best_first() -> None:
    found = solver.design(asked(person("A", 40)), vary=["weekends=0,1"], seconds=300, work=30.0, workers=1)
    assert [one.settings["weekends"] for one in found] == ["1", "0"]
    assert solver.data(found)["proposals"][0]["steps"][0]["status"] == "solved"


def test_somebody_who_is_not_there_cannot_leave() -> None:
    with pytest.raises(FaultError) as told:
        solver.design(asked(person("A", 40)), leaves={"C": date(2027, 1, 1)})
    assert told.value.faults[0].path == "--leaves"
