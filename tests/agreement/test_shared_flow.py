"""The flow of a shared line against every roster there is: what it rules out is not there, what it proves holds."""

from hypothesis import given

from solver.domain.norm import sizes
from solver.domain.scenario import Scenario
from solver.files.scenario import parse_scenario
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.stages import Stage, ordered_goals
from solver.search.weekly.automaton import Step, automaton
from solver.search.weekly.local import codes_of, tracks_of
from solver.search.weekly.start import SharedStart, start_shared
from tests import oracle
from tests.agreement.brute import is_lawful, rosters, tiny
from tests.agreement.examples import examples
from tests.agreement.scenarios import eased
from tests.builders import Data

NEARLY = 1e-6
SHARED = tiny(weeks=2, lines=2, rotations=("shared",))
SCALES = {"unwanted_part_time": 100}


def lawful(unit: Data) -> list[Data]:
    return [roster for roster in rosters(unit) if is_lawful(unit, roster)]


def is_used(roster: Data) -> bool:
    return bool(roster["lines"][0]["position"] > 0)


def walks(steps: list[Step], days: list[str]) -> bool:
    """Whether the line, repeated for ever, is a walk in the automaton."""
    here = {step.source for step in steps if step.dow == 0}
    for _ in range(len(here) + 1):
        for code in days:
            here = {step.target for step in steps if step.source in here and step.code == code}
    return bool(here)


def started(scenario: Scenario) -> SharedStart:
    stages = [Stage(steps, 0, SCALES.get(steps[0].id, 1)) for steps in ordered_goals(scenario.goal_stages)]
    return start_shared(scenario, RULES, stages, Limits(60.0, work=2.0), workers=1, seed=1)


@examples(15)
@given(SHARED)
def test_every_lawful_line_is_a_walk_in_the_automaton(unit: Data) -> None:
    scenario = parse_scenario(unit)
    steps = automaton(tracks_of(scenario, RULES), codes_of(scenario, RULES))
    for roster in lawful(unit):
        if is_used(roster):
            assert walks(steps, roster["lines"][0]["days"]), roster["lines"][0]["days"]


@examples(15)
@given(SHARED)
def test_a_line_that_is_ruled_out_is_not_there(unit: Data) -> None:
    if started(parse_scenario(unit)).infeasible:
        assert lawful(unit) == []


@examples(15)
@given(SHARED.map(eased))
def test_what_the_flow_proves_of_a_goal_holds_for_every_roster_whose_earlier_goals_are_no_worse(
    unit: Data,
) -> None:
    found = started(parse_scenario(unit))
    every = [oracle.goals(unit, roster) for roster in lawful(unit)]
    assert not (found.infeasible and every)
    for stage in found.stages:
        if len(stage.steps) > 1 or stage.bound is None:
            break
        goal, slack = stage.steps[0].id, stage.steps[0].slack
        least = min((one[goal] for one in every), default=stage.bound / stage.scale)
        assert least >= stage.bound / stage.scale - NEARLY, goal
        every = [one for one in every if one[goal] <= stage.bound / stage.scale + slack + NEARLY]


@examples(15)
@given(SHARED.map(eased))
def test_the_roster_of_a_flow_is_lawful_by_another_reading(unit: Data) -> None:
    scenario = parse_scenario(unit)
    found = started(scenario)
    if found.checked:
        lines = [
            {"employee": line.employee, "position": line.position_basis_points / 100, "days": list(line.days),
             "f1": list(line.f1)}
            for line in found.checked.roster.lines
            if line.position_basis_points is not None
        ]  # fmt: skip
        assert is_lawful(unit, {"lines": lines})
        assert found.checked.roster.lines[0].position_basis_points in sizes(scenario, scenario.employees[0])
