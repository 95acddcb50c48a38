"""A long cycle begins from a shorter one repeated: what a part of the cycle allows, and what becomes of it."""

from typing import Any

import pytest

import solver
from solver.domain.roster import Line
from solver.domain.scenario import Scenario
from solver.search.tile import repeated, tile_of, tile_weeks
from tests.builders import line, scenario

NARROW = {"days": ["wed"], "start": "08:00", "end": "12:00", "min": 1}


def unit(weeks: int, apart: int | None = None, **changes: Any) -> Scenario:
    rules = {"min_weeks_between_weekends": apart} if apart else {}
    return scenario(weeks=weeks, rules=rules, **changes)


@pytest.mark.parametrize(
    ("weeks", "apart", "tile"),
    [(12, 3, None), (24, 3, 12), (26, 3, 13), (52, 3, 12), (52, None, 13), (52, 5, 10)],
)
def test_a_long_cycle_has_a_shorter_one_that_loses_no_weekend(
    weeks: int, apart: int | None, tile: int | None
) -> None:
    assert tile_weeks(unit(weeks, apart)) == tile


def test_a_period_that_does_not_repeat_has_none() -> None:
    assert tile_weeks(unit(24, rotation="none")) is None


def test_demand_every_other_week_is_in_every_part() -> None:
    odd = {**NARROW, "weeks": list(range(1, 27, 2))}
    asked = unit(26, demand=[odd, {**NARROW, "weeks": [4]}])
    assert tile_weeks(asked) == 12, "of thirteen weeks every second part would begin with an even one"
    (row,) = tile_of(unit(24, demand=[{**odd, "weeks": list(range(1, 25, 2))}]), 12).demand
    assert row.weeks == (1, 3, 5, 7, 9, 11)


def test_a_part_allows_a_line_its_part() -> None:
    person = line(
        max_weekends=17,
        min_weekends=17,
        other_minutes=5200,
        unavailable=[{"weeks": [7]}, {"days": ["mon"]}],
        rules={"max_shifts": {"D": 26}},
    )
    (part,) = tile_of(unit(52, employees=[person]), 12).employees
    assert (part.max_weekends, part.min_weekends, part.other_minutes) == (3, 3, 1200)
    assert [window.weeks for window in part.unavailable] == [None]
    assert part.rules.max_shifts == {"D": 6}
    assert part.rules.max_consecutive_days is None, "nothing that was left out is said"


def test_repeated_lines_are_as_long_as_the_cycle() -> None:
    (long,) = repeated([Line(employee="E1", days=("D", "", "A"))], 7)
    assert long.days == ("D", "", "A", "D", "", "A", "D")


def test_a_cycle_of_eighteen_weeks_is_staffed_beside_a_holiday() -> None:
    away = {"weeks": [5, 6]}
    people = [line(f"E{n}", position={"current": 20, "wanted": 60}) for n in range(6)]
    people[0]["unavailable"] = [away]
    demand = [{"days": ["mon", "tue", "wed", "thu", "fri"], "start": "08:00", "end": "15:00", "min": 1}]
    asked = scenario(weeks=18, employees=people, demand=demand, goals=["cover"])
    roster = solver.plan(asked, work=3, workers=1)
    assert roster.goals[0].value == 0
    assert not any(roster.lines[0].days[28:42])
