"""The units of the growth measurements are whole scenarios, the example so many times over."""

import pytest

from benchmarks.growth import LINES, WEEKS, unit
from solver.files.scenario import parse_scenario


@pytest.mark.parametrize("lines", LINES)
def test_people_and_demand_grow_together(lines: int) -> None:
    scenario = parse_scenario(unit(lines, 12))
    assert len(scenario.employees) == lines
    if lines >= 20:
        first = parse_scenario(unit(20, 12))
        times = lines // 20
        assert [row.min for row in scenario.demand] == [times * (row.min or 0) for row in first.demand]
        assert scenario.budget_fte_hundredths == times * (first.budget_fte_hundredths or 0)


@pytest.mark.parametrize("weeks", WEEKS)
def test_weekends_grow_with_the_weeks(weeks: int) -> None:
    scenario = parse_scenario(unit(20, weeks))
    assert scenario.cycle.weeks == weeks
    assert scenario.employee_by_id["E05-1"].max_weekends == -(-4 * weeks // 12)
