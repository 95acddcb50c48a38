from typing import Any

from solver.domain.scenario import Scenario
from solver.rules.consecutive_days import ConsecutiveDays
from tests.agreement.judges import holds
from tests.builders import amounts, audited, line, places, scenario, sheet

RULE = ConsecutiveDays()


def unit(
    weeks: int = 1, rotation: str = "individual", before: tuple[str, ...] = (), **rules: Any
) -> Scenario:
    return scenario(weeks=weeks, rotation=rotation, rules=rules, employees=[line(before=before)])


def in_model(asked: Scenario, text: str) -> bool:
    return holds(asked, sheet(asked, {"E1": text}, {"E1": 100}).roster, [RULE])


def test_one_day_more_than_agreed_is_found_where_the_run_begins() -> None:
    asked = unit(max_consecutive_days=3)
    found = audited(RULE, asked, ". D A D A . .")
    assert (places(found), amounts(found)) == ([(1, "tue")], [(4, 3)])
    assert audited(RULE, asked, ". D A D . . .") == []


def test_a_run_goes_on_over_the_wrap() -> None:
    asked = unit(max_consecutive_days=3)
    assert places(audited(RULE, asked, "D D . . . A A")) == [(1, "sat")]
    assert not in_model(asked, "D D . . . A A")


def test_a_run_that_never_ends_is_longer_than_any_limit() -> None:
    asked = unit(max_consecutive_days=14)
    assert amounts(audited(RULE, asked, "D D D D D D D")) == [(15, 14)]
    assert not in_model(asked, "D D D D D D D")
    assert amounts(audited(RULE, unit(max_consecutive_days=5), "D D D D D D D")) == [(14, 5)]


def test_days_before_the_period_count_and_the_breach_is_told_in_the_period() -> None:
    asked = unit(rotation="none", before=("", "D", "D", "D"), max_consecutive_days=3)
    found = audited(RULE, asked, "D")
    assert (places(found), amounts(found)) == ([(1, "mon")], [(4, 3)])
    assert not in_model(asked, "D")


def test_a_run_shorter_than_agreed() -> None:
    asked = unit(min_consecutive_days=2)
    assert places(audited(RULE, asked, ". D . D D . .")) == [(1, "tue")]
    assert not in_model(asked, ". D . D D . .")


def test_a_run_at_an_open_end_may_be_short() -> None:
    assert audited(RULE, unit(rotation="none", min_consecutive_days=2), "D . D D . . A") == []
