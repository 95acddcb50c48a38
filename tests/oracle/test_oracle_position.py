"""What the oracle says of positions, hours, tredelt and budget."""

import pytest

from tests.oracle import check, sums, warnings
from tests.oracle.cases import LOCAL, amounts, days, found, roster, unit
from tests.oracle.clock import Data


def test_426_hours_in_twelve_weeks_are_a_full_position() -> None:
    exact = LOCAL | {"hours_tolerance_percent": 0}
    codes = [*["L"] * 3, *["D"] * 52, *[""] * 29]
    assert not found("position", codes, agreement=exact)
    assert amounts(found("position", [*codes[1:], "D"], agreement=exact)) == [(270, 0)]
    scenario = unit(12)
    assert sums(scenario, roster(codes))["E"]["balance_minutes"] == 0


def test_position_is_on_the_grid_or_the_lines_own_bound() -> None:
    person = {"position": {"current": 62.55, "wanted": 80}}
    step = LOCAL | {"position_step": 5, "hours_tolerance_percent": None}
    for size, allowed in [(62.55, True), (65, True), (66, False), (60, False), (85, False)]:
        assert (not found("position", "D", person, position=size, agreement=step)) is allowed


def test_a_vacant_line_is_unused_or_within_its_bounds() -> None:
    vacant: Data = {
        "vacant": True,
        "position": {"min": 65},
        "min_weekends": 3,
        "rules": {"min_shifts": {"D": 2}},
    }
    agreement = LOCAL | {"hours_tolerance_percent": None}
    assert not check(unit(1, vacant, agreement=agreement), roster(days("."), position=0))
    assert amounts(found("position", "D D", vacant, agreement=agreement, position=60)) == [(60, 65)]
    assert found("position", "D", vacant, agreement=agreement, position=0)


TREDELT_SHIFTS = [
    {"code": "D", "start": "07:00", "end": "15:00"},
    {"code": "A", "start": "12:30", "end": "20:50"},
    {"code": "N", "start": "22:00", "end": "03:00"},
    {"code": "S", "start": "10:00", "end": "14:00"},
    {"code": "S5", "start": "10:00", "end": "15:00"},
    {"code": "N7", "start": "23:00", "end": "06:00"},
]


@pytest.mark.parametrize(
    ("week", "target"), [("D A N N . . S", 2060), ("D A N7 N7 . . S5", 2016)], ids=["34.33 h", "33.6 h"]
)
def test_the_tredelt_norm(week: str, target: int) -> None:
    scenario = unit(1, {"norm": "tredelt"}, shifts=TREDELT_SHIFTS)
    assert sums(scenario, roster(days(week)))["E"]["target_minutes"] == target


def test_tredelt_needs_sundays_three_kinds_and_a_quarter_by_day() -> None:
    tredelt: Data = {"norm": "tredelt", "position": {"min": 0, "max": 100}}
    loose = LOCAL | {"hours_tolerance_percent": None}
    units = [f["unit"] for f in found("position", "N N N N N D .", tredelt, agreement=loose)]
    assert units == ["sundays", "kinds of shift", "minutes"]
    assert not found("position", "N N A D . . D", tredelt, agreement=loose)


def test_the_norm_ground_is_a_warning_for_a_day_worker() -> None:
    assert [f["severity"] for f in found("norm_ground", "D D D D D . .")] == ["warning"]
    assert not found("norm_ground", "A D D D D . .")
    assert not found("norm_ground", "D D D D . . D")
    assert not found("norm_ground", "D D D D D . .", {"weekly_minutes": 2250})


def test_budget_counts_positions_and_paid_minutes_alike() -> None:
    assert not found("budget", "D", budget_fte=1)
    assert amounts(found("budget", "D", budget_fte=0.5)) == [(1, 0.5)]
    assert found("budget", "D D D D D D D", position=50, budget_fte=0.9)


def test_without_a_budget_more_hours_than_today_are_told() -> None:
    told = warnings(unit(1), roster(days("D")))
    assert ("budget", 450) in [(f["rule"], f["amount"]) for f in told]
