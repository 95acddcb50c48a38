from solver.rules.week_hours import WeekHours
from tests.builders import amounts, audited, line, places, scenario

RULE = WeekHours()


def test_a_week_may_hold_exactly_the_limit() -> None:
    unit = scenario(agreement={"max_week_minutes": 1350})
    assert audited(RULE, unit, "D D D") == []


def test_a_week_over_the_limit_is_named_without_a_day() -> None:
    found = audited(RULE, scenario(weeks=2, agreement={"max_week_minutes": 1349}), "D D . . . . . | D D D")
    assert (places(found), amounts(found)) == ([(2, None)], [(1350, 1349)])


def test_a_night_from_sunday_to_monday_belongs_to_sundays_week() -> None:
    unit = scenario(weeks=2, agreement={"max_week_minutes": 539})
    assert places(audited(RULE, unit, ". . . . . . N")) == [(1, None)]


def test_work_elsewhere_counts_by_the_clock() -> None:
    away = line(elsewhere=[{"days": ["sun"], "weeks": [1], "start": "22:00", "end": "06:00"}])
    unit = scenario(weeks=2, employees=[away], agreement={"max_week_minutes": 929})
    found = audited(RULE, unit, "D . . . . . . D D")
    assert (places(found), amounts(found)) == ([(1, None)], [(930, 929)])


def test_an_unused_line_is_not_held_to_its_work_elsewhere() -> None:
    away = line(elsewhere=[{"start": "08:00", "end": "18:00"}])
    unit = scenario(employees=[away])
    assert audited(RULE, unit, ".", position=0) == []
    assert amounts(audited(RULE, unit, ".", position=50)) == [(4200, 3240)]
