from solver.domain.scenario import Scenario
from solver.rules.free_weekend import FreeWeekend
from tests.builders import amounts, audited, places, scenario

RULE = FreeWeekend()


def unit(begins: str = "fri 18:00", until: str = "mon 06:00", rotation: str = "individual") -> Scenario:
    return scenario(weeks=2, rotation=rotation, rules={"free_weekend": {"from": begins, "until": until}})


def test_a_friday_evening_before_a_free_weekend_is_a_breach() -> None:
    found = audited(RULE, unit(), ". . . . A")
    assert (places(found), amounts(found)) == ([(1, "fri")], [(270, 0)])


def test_a_friday_evening_before_a_worked_weekend_is_allowed() -> None:
    assert audited(RULE, unit(), ". . . . A . D") == []


def test_a_shift_that_ends_when_the_weekend_begins_is_allowed() -> None:
    assert audited(RULE, unit("fri 15:00"), ". . . . D") == []


def test_a_thursday_night_may_run_into_a_weekend_that_begins_early() -> None:
    found = audited(RULE, unit("fri 00:00"), ". . . N")
    assert (places(found), amounts(found)) == ([(1, "thu")], [(450, 0)])


def test_the_weekend_lasts_into_the_monday_of_the_next_week() -> None:
    found = audited(RULE, unit(until="mon 08:00"), ". . . . . . . | D")
    assert (places(found), amounts(found)) == ([(2, "mon")], [(30, 0)])


def test_the_last_weekend_lasts_into_the_first_monday_of_the_cycle() -> None:
    assert places(audited(RULE, unit(until="mon 08:00"), "D . . . . . . | . . . . . ")) == [(1, "mon")]
    assert audited(RULE, unit(until="mon 08:00"), "D . . . . . . | . . . . . . D") == []


def test_a_period_that_does_not_repeat_has_no_weekend_before_its_first_monday() -> None:
    assert audited(RULE, unit(rotation="none", until="mon 08:00"), "D") == []


def test_a_span_inside_one_week_does_not_reach_monday() -> None:
    assert audited(RULE, unit(until="sun 23:00"), "D D D D D . . | D") == []
