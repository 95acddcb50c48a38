from solver.rules.weekend_count import WeekendCount
from tests.builders import amounts, audited, line, places, scenario

RULE = WeekendCount()
SAT, SUN, BOTH, FREE = (f". . . . . {end} |" for end in ("D .", ". D", "D D", ". ."))


def test_one_day_makes_a_weekend_worked_and_two_make_no_more() -> None:
    unit = scenario(weeks=3, employees=[line(max_weekends=2)])
    assert audited(RULE, unit, f"{SAT} {FREE} {BOTH}") == []


def test_one_weekend_too_many_is_a_breach_of_the_whole_line() -> None:
    unit = scenario(weeks=3, employees=[line(max_weekends=2)])
    found = audited(RULE, unit, f"{SAT} {SUN} {BOTH}")
    assert (places(found), amounts(found)) == ([(None, None)], [(3, 2)])


def test_a_friday_night_does_not_make_the_weekend_worked() -> None:
    assert audited(RULE, scenario(employees=[line(max_weekends=0)]), ". . . . N") == []


def test_everyone_who_is_used_contributes_their_weekends() -> None:
    unit = scenario(weeks=2, employees=[line(min_weekends=1)])
    assert amounts(audited(RULE, unit, "D", position=50)) == [(0, 1)]
    assert audited(RULE, unit, f"{FREE} {SUN}", position=50) == []


def test_an_unused_line_need_not_contribute() -> None:
    unit = scenario(weeks=2, employees=[line(min_weekends=1)])
    assert audited(RULE, unit, ".", position=0) == []
    assert audited(RULE, unit, ".") == []
