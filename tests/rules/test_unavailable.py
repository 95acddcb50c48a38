from typing import Any

import pytest

from solver.domain.scenario import Scenario
from solver.rules.unavailable import Unavailable
from tests.builders import amounts, audited, line, places, scenario

RULE = Unavailable()


def away(weeks: int = 1, rotation: str = "individual", **window: Any) -> Scenario:
    return scenario(weeks=weeks, rotation=rotation, employees=[line(unavailable=[window])])


def allowed(unit: Scenario, day: int, code: str) -> bool:
    return RULE.allows(unit, unit.employees[0], day, unit.shift_by_code[code])


def test_a_window_that_ends_when_the_shift_starts_does_not_forbid_it() -> None:
    unit = away(days=["tue"], start="07:30", end="15:00")
    assert audited(RULE, unit, ". A") == []
    assert allowed(unit, 1, "A")


def test_one_minute_of_overlap_forbids_the_shift() -> None:
    unit = away(days=["tue"], start="14:00", end="15:01")
    found = audited(RULE, unit, ". A")
    assert (places(found), amounts(found)) == ([(1, "tue")], [(1, 0)])
    assert not allowed(unit, 1, "A")


def test_a_window_past_midnight_forbids_the_night_shift() -> None:
    unit = away(days=["tue"], start="20:00", end="06:00")
    assert amounts(audited(RULE, unit, ". N")) == [(450, 0)]
    assert not allowed(unit, 1, "N")


def test_a_window_past_midnight_forbids_the_next_morning() -> None:
    unit = away(days=["tue"], start="20:00", end="08:00")
    assert places(audited(RULE, unit, ". . D")) == [(1, "wed")]
    assert not allowed(unit, 2, "D")


def test_a_night_shift_reaches_a_window_on_the_next_day() -> None:
    unit = away(days=["wed"], start="07:00", end="12:00")
    assert amounts(audited(RULE, unit, ". N")) == [(30, 0)]
    assert not allowed(unit, 1, "N")


def test_a_night_shift_on_the_last_day_reaches_a_window_on_the_first() -> None:
    unit = away(2, days=["mon"], start="06:00", end="12:00")
    assert places(audited(RULE, unit, ". . . . . . . | . . . . . . N")) == [(2, "sun")]
    assert not allowed(unit, 13, "N")


def test_a_window_on_the_last_day_reaches_the_first_morning() -> None:
    unit = away(days=["sun"], start="22:00", end="08:00")
    assert places(audited(RULE, unit, "D")) == [(1, "mon")]
    assert not allowed(unit, 0, "D")


def test_a_period_that_does_not_repeat_has_no_windows_outside_it() -> None:
    night = away(rotation="none", days=["mon"], start="06:00", end="12:00")
    morning = away(rotation="none", days=["sun"], start="22:00", end="08:00")
    assert audited(RULE, night, ". . . . . . N") == []
    assert audited(RULE, morning, "D") == []
    assert allowed(night, 6, "N")
    assert allowed(morning, 0, "D")


@pytest.mark.parametrize(("text", "overlapped"), [("N", 450), (". D", 450), (". N", 90), (". . D", 0)])
def test_without_times_the_whole_day_is_meant(text: str, overlapped: int) -> None:
    findings = audited(RULE, away(days=["tue"]), text)
    assert [one.amount for one in findings] == [overlapped] * bool(overlapped)


def test_the_window_counts_only_in_its_weeks() -> None:
    employee = line(unavailable=[{"days": ["mon"], "weeks": [2]}])
    unit = scenario(weeks=2, employees=[employee])
    assert places(audited(RULE, unit, "D . . . . . . D")) == [(2, "mon")]
