"""What arrangements allow: the best roster, a bound that holds, the formula, and who is dominated."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given

from solver.comparison.arrangements import Arrangement, arrangements
from solver.comparison.bounds import position_bound
from solver.comparison.frontier import Point, _dominated, frontier
from solver.comparison.lending import measured
from solver.domain.roster import Roster
from solver.files.scenario import parse_scenario
from solver.reasons.staffing import for_cover
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked
from solver.search.run import search
from tests import oracle
from tests.agreement.brute import is_lawful, rosters, tiny
from tests.agreement.examples import examples
from tests.agreement.scenarios import eased
from tests.builders import Data, line, scenario, tuples

ROWS: list[Data] = [
    {"days": ["mon", "tue", "wed", "thu", "fri"], "start": "07:30", "end": "15:00", "min": 1},
    {"days": ["sat", "sun"], "start": "07:30", "end": "15:00", "min": 1},
]
ASKED = Asked(1, 1, None, lambda step: None)


def point(average: float, cover: int, weekends: float = 17) -> Point:
    measures = {"average_position": average, "full_time": 1, "lines_used": 2}
    goals = [{"id": "cover", "value": cover, "bound": 0, "unit": "person-minutes"}]
    roster = Roster.model_validate(tuples({"measures": measures, "goals": goals}))
    return Point(Arrangement({}, scenario()), roster, weekends_a_year=weekends, minutes_a_weekend=900)


def test_an_arrangement_is_dominated_by_one_that_is_as_good_in_all_and_better_in_something() -> None:
    found = _dominated([point(60, 0), point(70, 0), point(70, 450), point(80, 0, weekends=26)])
    assert [one.dominated_by for one in found] == [(1,), (), (1,), ()]


def test_where_only_cover_found_a_roster_every_goal_is_counted_on_it() -> None:
    unit = scenario(weeks=2, demand=ROWS, employees=[line(), line("E2")], goals=["cover", "lines_used"])
    made = search(for_cover(unit), RULES, Limits(600, 4), ASKED)
    found = measured(unit, made, RULES)
    assert [one.id for one in found.goals] == ["cover", "lines_used"]
    assert found.goals[0].bound == made.goals[0].bound


def test_where_only_cover_found_a_roster_residents_have_contacts_all_the_same() -> None:
    window = {"days": ["mon"], "start": "07:30", "end": "15:00"}
    unit = scenario(
        weeks=2, demand=ROWS, employees=[line(), line("E2")], residents=[{"id": "R1", "windows": [window]}]
    )
    found = measured(unit, search(for_cover(unit), RULES, Limits(600, 4), ASKED), RULES)
    assert next(one.value for one in found.goals if one.id == "contact_gaps") < 2
    assert {found.contacts[0].primary, found.contacts[0].secondary} == {"E1", "E2"}


def test_an_arrangement_without_a_roster_neither_dominates_nor_is_dominated() -> None:
    none = replace(point(60, 0), roster=Roster(status="infeasible"))
    assert [one.dominated_by for one in _dominated([none, point(50, 0)])] == [(), ()]


def test_each_arrangement_gets_its_roster_its_bound_and_the_formula() -> None:
    people = [line(f"E{number}", position={"min": 0, "max": 100}) for number in range(1, 3)]
    unit = scenario(weeks=2, demand=ROWS, employees=people, goals=["cover", "lines_used"])
    found = frontier(arrangements(unit, ["weekends=0,1"], {}), seconds=600, work=4)
    assert [one.uncovered for one in found] == [4 * 450, 0]
    assert found[0].cover_bound == 4 * 450
    assert found[0].formula is None
    last = found[1]
    assert last.formula
    assert last.position_bound is not None
    assert last.position_bound >= last.roster.measures["average_position"] - 0.05
    assert last.formula.night_fte == 0


@examples(4)
@given(tiny(rotations=("individual", "none")).map(eased))
def test_no_roster_that_covers_as_much_has_a_larger_average_position_than_the_bound(unit: Data) -> None:
    worth = [
        (oracle.goals(unit, roster)["cover"], [one["position"] for one in roster["lines"] if one["position"]])
        for roster in rosters(unit)
        if is_lawful(unit, roster)
    ]
    assume(worth)
    least = min(cover for cover, _ in worth)
    averages = [sum(sizes) / len(sizes) for cover, sizes in worth if cover == least and sizes]
    limits = Limits(600, 2)
    bound = position_bound(
        parse_scenario(unit), int(least), Fraction(0), limits=limits, asked=ASKED, rules=RULES
    )
    assert bound is not None
    assert all(average <= bound for average in averages)
