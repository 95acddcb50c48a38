from solver.domain.scenario import Scenario
from solver.rules.consecutive_nights import ConsecutiveNights
from tests.builders import SHIFTS, amounts, audited, line, places, scenario

RULE = ConsecutiveNights()


def unit(
    most: int = 2, weeks: int = 1, rotation: str = "individual", before: tuple[str, ...] = ()
) -> Scenario:
    late = {"code": "M", "start": "23:00", "end": "07:00"}
    rules = {"max_consecutive_nights": most}
    employees = [line(before=before)]
    return scenario(weeks=weeks, rotation=rotation, rules=rules, employees=employees, shifts=[*SHIFTS, late])


def test_as_many_nights_as_the_limit_are_allowed() -> None:
    assert audited(RULE, unit(), "N N . N N . A") == []


def test_one_night_more_is_a_breach_where_the_run_begins() -> None:
    found = audited(RULE, unit(), ". N N N . . .")
    assert (places(found), amounts(found)) == ([(1, "tue")], [(3, 2)])


def test_two_kinds_of_night_shift_make_one_run() -> None:
    assert amounts(audited(RULE, unit(), "N M N . . . .")) == [(3, 2)]


def test_another_shift_breaks_the_run() -> None:
    assert audited(RULE, unit(), "N N A N N . .") == []


def test_nights_are_counted_across_the_wrap() -> None:
    found = audited(RULE, unit(weeks=2), "N . . . . . . | . . . . . N N")
    assert (places(found), amounts(found)) == ([(2, "sat")], [(3, 2)])


def test_nights_at_the_two_ends_of_a_period_that_does_not_repeat_are_apart() -> None:
    assert audited(RULE, unit(rotation="none"), "N N . . . N N") == []


def test_nights_before_the_period_count() -> None:
    found = audited(RULE, unit(rotation="none", before=("D", "N", "N")), "N")
    assert (places(found), amounts(found)) == ([(1, "mon")], [(3, 2)])
    assert audited(RULE, unit(rotation="none", before=("N", "N", "N")), ". N") == []


def test_nights_without_end_pass_every_limit() -> None:
    assert len(audited(RULE, unit(most=90), "N N N N N N N")) == 1
