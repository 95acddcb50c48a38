"""Lines as columns against every roster there is: what they rule out is not there, what they prove holds."""

from typing import Any

import pytest
from hypothesis import given

import solver
from solver.auditing import audit
from solver.domain.scenario import Scenario
from solver.files.scenario import parse_scenario
from solver.rules.base import starts
from solver.rules.registry import RULES
from solver.search.columns import kinds
from solver.search.columns.graph import LineGraph, line_graph, weekday_codes
from solver.search.columns.start import Told, start_columns
from solver.search.limits import Limits
from solver.search.stages import Stage, ordered_goals, scale_of
from solver.search.weekly.start import SharedStart
from tests import oracle
from tests.agreement.brute import is_lawful, rosters, tiny
from tests.agreement.examples import examples
from tests.agreement.scenarios import eased
from tests.builders import UNLIMITED, Data, line, scenario

NEARLY = 1e-6
PAID = 450
UNITS = tiny(rotations=("none",))
GOALS = (
    ["cover", "wishes", "unwanted_part_time"],
    [["cover", {"id": "surplus", "weight": 2}, {"id": "wishes", "weight": 90}], "part_time"],
)


def is_path(graph: LineGraph, codes: list[int]) -> bool:
    here = {0}
    for layer, code in zip(graph.layers, codes, strict=True):
        steps = zip(layer.source.tolist(), layer.target.tolist(), layer.code.tolist(), strict=True)
        here = {target for source, target, with_code in steps if source in here and with_code == code}
    return bool(here)


def test_somebody_who_has_no_line_at_all_makes_it_impossible() -> None:
    """Shifts on two days a week only, and never two free days in a row."""
    shifts = [{"code": "D", "start": "08:00", "end": "15:00", "days": ["mon", "sun"]}]
    rules = {"forbidden_sequences": [["", ""]]}
    asked = scenario(weeks=2, rotation="none", shifts=shifts, rules=rules, goals=["cover"])
    assert solver.plan(asked, work=1, workers=1).status == "infeasible"
    assert begun(asked).infeasible, "before any model of all days"


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts are told as near an even pace as can be."""
    monkeypatch.setattr(kinds, "MOST_CELLS", 1)
    monkeypatch.setattr(kinds, "PACES", (1,))


@pytest.mark.usefixtures("little_memory")
def test_an_even_pace_is_one_over_the_days_that_a_person_may_work() -> None:
    """Three weeks of six away, from the second; twelve shifts, at most five in a row."""
    away = {"unavailable": [{"weeks": [2, 3, 4]}]}
    rules = {"min_minutes": 12 * PAID, "max_minutes": 12 * PAID, "max_consecutive_days": 5}
    asked = months(employees=[line() | away | {"rules": rules}])
    found = begun(asked)
    assert found.checked
    assert not found.checked.breaches


@pytest.mark.usefixtures("little_memory")
def test_a_line_far_from_any_even_pace_is_found_alone() -> None:
    """All shifts are pinned to the first weeks."""
    pins = {"pinned": [{"weeks": [1, 2], "days": ["mon", "tue", "wed", "thu", "fri"], "shift": "D"}]}
    rules = {"min_minutes": 10 * PAID, "max_minutes": 10 * PAID}
    found = begun(months(employees=[line() | pins | {"rules": rules}]))
    assert found.checked
    assert not found.checked.breaches


@pytest.mark.usefixtures("little_memory")
def test_that_nobody_is_near_an_even_pace_proves_nothing() -> None:
    """All 24 shifts of one who is away for half of the time are in the other half; another may come all days."""
    person = {
        "position": {"min": 0, "max": 100},
        "rules": {"min_minutes": 24 * PAID, "max_minutes": 24 * PAID},
    }
    away = {"unavailable": [{"weeks": [1, 2, 3]}]}
    asked = months(
        employees=[line("E1") | person | away, line("E2") | person], rules={"max_consecutive_days": 6}
    )
    [stage] = begun(asked).stages
    assert stage.bound is None or stage.bound <= 18 * PAID
    assert stage.best == 18 * PAID


@pytest.mark.parametrize("days", [["mon", "tue", "sun"], ["mon", "tue"]])
def test_who_came_the_night_before_the_period_is_there_on_its_first_morning(days: list[str]) -> None:
    """Also where the shift no longer is on such a day."""
    shifts = [{"code": "N", "start": "22:30", "end": "07:30", "days": days}]
    morning = [{"days": ["mon"], "start": "00:00", "end": "07:00", "min": 1, "max": 1}]
    asked = scenario(
        rotation="none", shifts=shifts, demand=morning, agreement=UNLIMITED, goals=["cover"],
        employees=[line(before=["N"])],
    )  # fmt: skip
    [stage] = begun(asked).stages
    assert (stage.best, stage.bound) == (0, 0)
    [goal] = solver.plan(asked, work=1, workers=1).goals
    assert (goal.value, goal.bound) == (0, 0)


def months(**changes: Any) -> Scenario:
    """Six weeks of a shift each day, with none of the law's rules."""
    shifts = [{"code": "D", "start": "08:00", "end": "15:30", "paid_minutes": PAID}]
    demand = [{"start": "08:00", "end": "15:30", "min": 1}]
    given = {"shifts": shifts, "demand": demand, "agreement": UNLIMITED, "goals": ["cover"]}
    return scenario(weeks=6, rotation="none", **(given | changes))


def started(unit: Data) -> SharedStart:
    return begun(parse_scenario(unit))


def begun(scenario: Scenario) -> SharedStart:
    stages = [Stage(steps, 0, scale_of(steps)) for steps in ordered_goals(scenario.goal_stages)]
    limits = Limits(60.0, work=0.3)
    return start_columns(scenario, RULES, stages, limits, workers=1, seed=1, told=Told(lambda stage: None))


@examples(12)
@given(UNITS)
def test_every_lawful_line_is_a_path(unit: Data) -> None:
    scenario = parse_scenario(unit)
    number = {"": 0} | {shift.code: place for place, shift in enumerate(scenario.shifts, start=1)}
    graphs = {
        one.id: line_graph(scenario, RULES, one, weekday_codes(starts(scenario, RULES, one), scenario))
        for one in scenario.employees
    }
    for roster in rosters(unit):
        if is_lawful(unit, roster):
            for line in roster["lines"]:
                codes = [number[code] for code in line["days"]]
                assert line["position"] == 0 or is_path(graphs[line["employee"]], codes), line["days"]


@pytest.fixture(params=["all counts", "near an even pace", "one number of cells"])
def cells(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """So little memory that counts are told near an even pace only."""
    if request.param != "all counts":
        monkeypatch.setattr(kinds, "MOST_CELLS", 400 if request.param == "near an even pace" else 1)


@examples(5)
@given(unit=UNITS.map(eased))
@pytest.mark.usefixtures("cells")
def test_what_columns_prove_holds_and_their_roster_is_lawful(unit: Data) -> None:
    lawful = [roster for roster in rosters(unit) if is_lawful(unit, roster)]
    for goals in GOALS:
        asked = unit | {"goals": goals}
        found = started(asked)
        every = [oracle.goals(asked, roster) for roster in lawful]
        assert not found.infeasible
        if found.checked:
            assert not audit(parse_scenario(asked), found.checked.roster).breaches
        bounds_hold(found, every)


def bounds_hold(found: SharedStart, every: list[dict[str, int | float]]) -> None:
    """No roster whose earlier goals are no worse than the values found goes under a bound."""
    for stage in found.stages:
        worth = [
            sum((s.weight if len(stage.steps) > 1 else 1) * one[s.id] for s in stage.steps) for one in every
        ]
        if stage.bound is not None:
            assert min(worth, default=stage.bound) >= stage.bound / stage.scale - NEARLY, stage.name
        if stage.best is None:
            return
        if stage.proven:
            assert stage.best == stage.bound
        kept = [
            one for one, value in zip(every, worth, strict=True) if value <= stage.best / stage.scale + NEARLY
        ]
        every = kept
