from typing import Any

from solver.domain.scenario import Scenario
from solver.rules.pinned import Pinned
from tests.builders import audited, line, places, scenario

RULE = Pinned()


def pinned(*pins: dict[str, Any], weeks: int = 1) -> Scenario:
    return scenario(weeks=weeks, employees=[line(pinned=pins)])


def allowed(unit: Scenario, day: int) -> list[str]:
    return [shift.code for shift in unit.shifts if RULE.allows(unit, unit.employees[0], day, shift)]


def test_the_pinned_code_must_be_there() -> None:
    unit = pinned({"days": ["mon"], "shift": "D"})
    assert audited(RULE, unit, "D A") == []
    for other in ("A", "."):
        found = audited(RULE, unit, other)
        assert (places(found), [one.detail for one in found]) == ([(1, "mon")], ["D"])
    assert allowed(unit, 0) == ["D"]


def test_a_pinned_free_day_must_be_free() -> None:
    unit = pinned({"days": ["tue"], "shift": ""})
    assert places(audited(RULE, unit, "D D")) == [(1, "tue")]
    assert allowed(unit, 1) == []


def test_of_two_pins_that_disagree_one_is_always_broken() -> None:
    unit = pinned({"days": ["mon"], "shift": "D"}, {"days": ["mon"], "shift": "A"})
    assert [one.detail for one in audited(RULE, unit, "D")] == ["A"]
    assert [one.detail for one in audited(RULE, unit, "A")] == ["D"]
    assert allowed(unit, 0) == []


def test_a_pin_holds_only_in_its_weeks() -> None:
    unit = pinned({"days": ["mon"], "weeks": [2], "shift": "N"}, weeks=2)
    assert places(audited(RULE, unit, "D . . . . . . D")) == [(2, "mon")]
    assert allowed(unit, 0) == ["D", "A", "L", "N"]


def test_an_unused_line_does_not_escape_its_pins() -> None:
    unit = pinned({"days": ["mon"], "shift": "D"})
    assert places(audited(RULE, unit, ".", position=0)) == [(1, "mon")]
