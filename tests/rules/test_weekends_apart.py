from typing import Any

from solver.domain.scenario import Scenario
from solver.rules.weekends_apart import WeekendsApart
from tests.builders import amounts, audited, line, places, scenario

RULE = WeekendsApart()
FREE = ". . . . . . . |"
WORK = ". . . . . D . |"
SUNDAY = ". . . . . . D |"


def apart(limit: int, weeks: int, rotation: str = "individual", **employee: Any) -> Scenario:
    rules = {"min_weeks_between_weekends": limit}
    return scenario(weeks=weeks, rotation=rotation, rules=rules, employees=[line(**employee)])


def test_every_other_weekend_is_two_weeks_apart() -> None:
    assert audited(RULE, apart(2, 4), f"{WORK} {FREE} {WORK} {FREE}") == []


def test_the_later_of_two_weekends_too_close_is_named() -> None:
    found = audited(RULE, apart(3, 6), f"{FREE} {WORK} {FREE} {SUNDAY} {FREE} {FREE}")
    assert (places(found), amounts(found)) == ([(4, "sat")], [(2, 3)])


def test_the_last_weekend_of_the_cycle_meets_the_first() -> None:
    found = audited(RULE, apart(2, 3), f"{WORK} {FREE} {WORK}")
    assert (places(found), amounts(found)) == ([(1, "sat")], [(1, 2)])


def test_a_weekend_meets_itself_in_the_next_repetition() -> None:
    assert audited(RULE, apart(3, 3), f"{FREE} {WORK} {FREE}") == []
    found = audited(RULE, apart(4, 3), f"{FREE} {WORK} {FREE}")
    assert (places(found), amounts(found)) == ([(2, "sat")], [(3, 4)])


def test_a_period_that_does_not_repeat_has_no_weekend_after_its_last() -> None:
    assert audited(RULE, apart(2, 3, "none"), f"{WORK} {FREE} {WORK}") == []
    assert audited(RULE, apart(9, 3, "none"), f"{FREE} {WORK} {FREE}") == []


def test_weekends_closer_than_a_limit_longer_than_the_period_are_found() -> None:
    assert amounts(audited(RULE, apart(9, 3, "none"), f"{WORK} {FREE} {WORK}")) == [(2, 9)]


def test_a_weekend_before_the_period_counts_against_the_first_in_it() -> None:
    free, worked = ["D", "D", "", ""], ["D", "D", "", "N"]
    assert audited(RULE, apart(2, 2, "none", before=free), f"{WORK} {FREE}") == []
    assert places(audited(RULE, apart(2, 2, "none", before=worked), f"{WORK} {FREE}")) == [(1, "sat")]


def test_two_weekends_before_the_period_are_history() -> None:
    assert audited(RULE, apart(2, 2, "none", before=["D"] * 14), f"{FREE} {WORK}") == []


def test_a_persons_own_limit_stands_in_place_of_the_units() -> None:
    unit = apart(3, 4, rules={"min_weeks_between_weekends": 2})
    assert audited(RULE, unit, f"{WORK} {FREE} {WORK} {FREE}") == []
