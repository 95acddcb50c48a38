from solver.domain.scenario import Scenario
from solver.rules.consecutive_days_off import ConsecutiveDaysOff
from tests.builders import amounts, audited, line, places, scenario

RULE = ConsecutiveDaysOff()


def unit(least: int = 2, rotation: str = "individual", before: tuple[str, ...] = ()) -> Scenario:
    rules = {"min_consecutive_days_off": least}
    return scenario(rotation=rotation, rules=rules, employees=[line(before=before)])


def test_a_single_day_off_between_shifts_is_a_breach() -> None:
    found = audited(RULE, unit(), "D D . D D . .")
    assert (places(found), amounts(found)) == ([(1, "wed")], [(1, 2)])


def test_days_off_are_counted_across_the_wrap() -> None:
    assert audited(RULE, unit(), ". D D D D D .") == []
    assert places(audited(RULE, unit(), "D D D D D D .")) == [(1, "sun")]
    assert places(audited(RULE, unit(3), ". D D D D D .")) == [(1, "sun")]


def test_a_run_at_an_end_of_a_period_that_does_not_repeat_may_be_short() -> None:
    assert audited(RULE, unit(rotation="none"), ". D D D D D .") == []
    assert audited(RULE, unit(rotation="none", before=("D",)), ". D D D D D D") == []
    assert places(audited(RULE, unit(rotation="none"), "D . D D D D D")) == [(1, "tue")]


def test_a_line_that_is_always_free_has_no_short_days_off() -> None:
    assert audited(RULE, unit(10), ".") == []


def test_a_morning_after_a_night_is_a_day_off_when_no_shift_starts() -> None:
    assert audited(RULE, unit(), "N . . D D . .") == []


def most(days: int, rotation: str = "individual", before: tuple[str, ...] = ()) -> Scenario:
    rules = {"max_consecutive_days_off": days}
    return scenario(rotation=rotation, rules=rules, employees=[line(before=before)])


def test_one_more_day_off_than_the_most_is_a_breach_and_the_most_is_not() -> None:
    assert audited(RULE, most(3), "D D . . . D D") == []
    found = audited(RULE, most(3), "D . . . . D D")
    assert (places(found), amounts(found)) == ([(1, "tue")], [(4, 3)])


def test_the_most_days_off_are_counted_across_the_wrap_and_from_the_days_before() -> None:
    assert places(audited(RULE, most(2), ". D D D D . .")) == [(1, "sat")]
    assert amounts(audited(RULE, most(2, "none", ("D", "", "")), ". D D D D D D")) == [(3, 2)]


def test_only_an_unused_line_may_be_free_for_ever() -> None:
    assert audited(RULE, most(3), ".", position=0) == []
    assert amounts(audited(RULE, most(20), ".", position=50)) == [(21, 20)]
