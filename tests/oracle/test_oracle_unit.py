"""What the oracle says of the unit's rules and each person's limits."""

from typing import Any

import pytest

from tests.oracle import check
from tests.oracle.cases import amounts, days, found, places, roster, unit
from tests.oracle.clock import Data


def ruled(rule: str, text: str, rotation: str = "individual", **rules: Any) -> list[Data]:
    """The findings of one rule where the unit has these rules."""
    return found(rule, text, rules=rules, rotation=rotation)


def test_a_weekend_is_worked_when_a_shift_starts_on_it() -> None:
    assert not found("weekend_count", ". . . . N", {"max_weekends": 0})
    assert amounts(found("weekend_count", ". . . . . D D", {"max_weekends": 0})) == [(1, 0)]
    assert amounts(found("weekend_count", "D", {"min_weekends": 1})) == [(0, 1)]


def test_weekends_keep_their_distance_also_across_the_wrap() -> None:
    three = [*[""] * 5, "D", "", *[""] * 12, "D", ""]
    assert not found("weekends_apart", three, rules={"min_weeks_between_weekends": 1})
    assert places(found("weekends_apart", three, rules={"min_weeks_between_weekends": 2})) == [(1, "sat")]
    once: Data = {"rules": {"min_weeks_between_weekends": 2}, "rotation": "none"}
    assert not found("weekends_apart", three, **once)
    assert found("weekends_apart", three, {"before": ["D", ""]}, **once)


@pytest.mark.parametrize(
    ("shape", "good", "bad"),
    [
        ("both", ["D D", "L D"], ["D .", ". L"]),
        ("both_or_long", ["D D", "L .", "L L"], ["D .", ". A"]),
        ("one_long", ["L .", ". L"], ["L D", "D .", "L L"]),
        ("long_and_short", ["L D", "D L"], ["L L", "D D", "L ."]),
    ],
)
def test_weekend_shapes(shape: str, good: list[str], bad: list[str]) -> None:
    for weekend in good:
        assert not ruled("weekend_shape", ". . . . . " + weekend, weekend_shape=shape)
    for weekend in bad:
        assert ruled("weekend_shape", ". . . . . " + weekend, weekend_shape=shape)


def test_a_free_weekend_is_free_from_friday_evening() -> None:
    free = {"from": "fri 18:00", "until": "mon 06:00"}
    assert not ruled("free_weekend", ". . . . D", free_weekend=free)
    assert amounts(ruled("free_weekend", ". . . . A", free_weekend=free)) == [(270, 0)]
    assert not ruled("free_weekend", ". . . . A D", free_weekend=free)


def test_runs_of_days_are_counted_across_the_wrap() -> None:
    assert not ruled("consecutive_days", "D D D . . D D", max_consecutive_days=5)
    assert amounts(ruled("consecutive_days", "D D D . . D D", max_consecutive_days=4)) == [(5, 4)]
    assert ruled("consecutive_days", "D D D D D D D", max_consecutive_days=20)
    assert not ruled("consecutive_days", "D D D . . D D", "none", max_consecutive_days=3)


def test_short_runs_are_caught_but_not_at_the_ends_of_a_period_that_does_not_repeat() -> None:
    week = "D . . D . D D"
    assert places(ruled("consecutive_days", week, min_consecutive_days=2)) == [(1, "thu")]
    assert places(ruled("consecutive_days_off", week, min_consecutive_days_off=2)) == [(1, "fri")]
    assert not ruled("consecutive_days", "D . . D D . D", "none", min_consecutive_days=2)
    assert ruled("consecutive_days", ". D . . . . .", "none", min_consecutive_days=2)


def test_a_persons_own_rule_stands_in_place_of_the_units() -> None:
    rules = {"max_consecutive_nights": 4}
    assert not found("consecutive_nights", "N N N", rules=rules)
    own = {"rules": {"max_consecutive_nights": 2}}
    assert amounts(found("consecutive_nights", "N N N", own, rules=rules)) == [(3, 2)]


def test_forbidden_sequences_with_a_free_day_and_across_the_wrap() -> None:
    sequences = [["N", "", "D"]]
    assert places(ruled("forbidden_sequence", "N . D", forbidden_sequences=sequences)) == [(1, "mon")]
    assert places(ruled("forbidden_sequence", "D . . . . N .", forbidden_sequences=sequences)) == [(1, "sat")]
    assert not ruled("forbidden_sequence", "D . . . . N .", "none", forbidden_sequences=sequences)
    remembered = found(
        "forbidden_sequence",
        "D",
        {"before": ["N", ""]},
        rotation="none",
        rules={"forbidden_sequences": sequences},
    )
    assert places(remembered) == [(1, "mon")]


def test_counts_of_a_shift_in_the_cycle() -> None:
    assert amounts(ruled("shift_count", "L . L", max_shifts={"L": 1})) == [(2, 1)]
    assert amounts(ruled("shift_count", "L . L", min_shifts={"D": 1})) == [(0, 1)]


def test_paid_minutes_in_the_cycle_other_minutes_included() -> None:
    assert amounts(ruled("line_minutes", "D D", max_minutes=899)) == [(900, 899)]
    assert not ruled("line_minutes", "D D", max_minutes=900, min_minutes=900)
    other = {"other_minutes": 60}
    assert amounts(found("line_minutes", "D D", other, rules={"min_minutes": 961})) == [(960, 961)]


def test_only_the_codes_and_days_a_shift_has() -> None:
    assert places(found("allowed_shifts", "D A", {"shifts": ["D"]})) == [(1, "tue")]
    weekend_only = [{"code": "L", "start": "10:00", "end": "22:00", "days": ["sat", "sun"]}]
    assert places(found("allowed_shifts", "L . . . . L", shifts=weekend_only)) == [(1, "mon")]


def test_any_overlap_with_an_absence_forbids_a_shift() -> None:
    away = {"unavailable": [{"days": ["tue"], "weeks": [1], "start": "07:00", "end": "07:31"}]}
    assert places(found("unavailable", "N D . . . . . . D", away)) == [(1, "mon"), (1, "tue")]
    monday = {"unavailable": [{"days": ["mon"]}]}
    assert places(found("unavailable", ". . . . . . N", monday)) == [(1, "sun")]
    assert not found("unavailable", ". . . . . . N", monday, rotation="none")


def test_pins_hold_a_code_or_a_free_day() -> None:
    pins = {"pinned": [{"days": ["mon"], "shift": "D"}, {"days": ["tue"], "shift": ""}]}
    assert not found("pinned", "D .", pins)
    assert places(found("pinned", "A D", pins)) == [(1, "mon"), (1, "tue")]


def test_a_shared_line_moves_one_week_for_each_person() -> None:
    scenario = unit(2, rotation="shared")
    scenario["employees"].append({"id": "E1", "position": {"current": 100}})
    first = days("D D . . . . . A A . . . . .")
    right, wrong = roster(first, first[7:] + first[:7]), roster(first, first)
    assert "shared_line" not in {finding["rule"] for finding in check(scenario, right)}
    broken = [finding for finding in check(scenario, wrong) if finding["rule"] == "shared_line"]
    assert [(f["employee"], f["week"]) for f in broken] == [("E1", 1), ("E1", 2)]
