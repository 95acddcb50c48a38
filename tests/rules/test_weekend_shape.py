import pytest

from solver.rules.weekend_shape import WeekendShape
from tests.builders import audited, places, scenario

RULE = WeekendShape()
WEEKENDS = (". .", "D .", ". D", "L .", ". L", "D A", "D L", "L D", "L L")
FITS = {
    "any": WEEKENDS,
    "both": (". .", "D A", "D L", "L D", "L L"),
    "both_or_long": (". .", "L .", ". L", "D A", "D L", "L D", "L L"),
    "one_long": (". .", "L .", ". L"),
    "long_and_short": (". .", "D L", "L D"),
}


@pytest.mark.parametrize("weekend", WEEKENDS)
@pytest.mark.parametrize("shape", FITS)
def test_a_worked_weekend_has_the_shape_of_the_unit(shape: str, weekend: str) -> None:
    found = audited(RULE, scenario(rules={"weekend_shape": shape}), f"D . . . . {weekend}")
    expected = [] if weekend in FITS[shape] else [((1, "sat"), shape)]
    assert list(zip(places(found), [one.detail for one in found], strict=True)) == expected


def test_without_a_shape_any_weekend_will_do() -> None:
    assert audited(RULE, scenario(weeks=2), ". . . . . D . | . . . . . L L") == []


def test_a_shift_is_long_by_the_clock_and_the_agreement() -> None:
    unit = scenario(rules={"weekend_shape": "one_long"}, agreement={"long_shift_minutes": 720})
    assert places(audited(RULE, unit, ". . . . . L")) == [(1, "sat")]


def test_one_long_shift_alone_leaves_no_short_ones_in_the_weekend() -> None:
    unit = scenario(rules={"weekend_shape": "one_long"})
    saturday = [shift.code for shift in unit.shifts if RULE.allows(unit, unit.employees[0], 5, shift)]
    friday = [shift.code for shift in unit.shifts if RULE.allows(unit, unit.employees[0], 4, shift)]
    assert (saturday, friday) == (["L"], ["D", "A", "L", "N"])
