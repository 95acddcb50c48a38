from typing import Any

from solver.domain.scenario import Scenario
from solver.rules.sunday import Sunday
from tests.agreement.judges import holds
from tests.builders import Data, amounts, audited, line, places, scenario, sheet

RULE = Sunday()
NEXT_FREE = {"zone": ["sat 18:00", "sun 22:00"], "rule": "next_free"}
AVERAGED = {"zone": ["sat 18:00", "sun 22:00"], "rule": "averaged", "max_in_a_row": 3}
WORKED, OFF = ". . . . . . D |", ". . . . . . . |"


def unit(weeks: int, rule: Data = AVERAGED, rotation: str = "individual", **person: Any) -> Scenario:
    return scenario(weeks=weeks, rotation=rotation, agreement={"sunday": rule}, employees=[line(**person)])


def allowed(asked: Scenario, text: str) -> bool:
    """Whether both the audit and the model let the line stand; they must agree."""
    roster = sheet(asked, {"E1": text}, {"E1": 100}).roster
    by_audit = audited(RULE, asked, text, position=100) == []
    assert holds(asked, roster, [RULE]) == by_audit
    return by_audit


def test_the_sunday_after_a_worked_one_is_free() -> None:
    assert allowed(unit(3, NEXT_FREE), WORKED + OFF + OFF)
    assert not allowed(unit(3, NEXT_FREE), WORKED + WORKED + OFF)


def test_the_last_sunday_comes_before_the_first() -> None:
    assert not allowed(unit(3, NEXT_FREE), WORKED + OFF + WORKED)
    assert allowed(unit(3, NEXT_FREE, "none"), WORKED + OFF + WORKED)


def test_so_many_in_a_row_as_agreed_and_no_more() -> None:
    assert allowed(unit(7), WORKED * 3 + OFF * 4)
    found = audited(RULE, unit(9), WORKED * 4 + OFF * 5)
    assert (places(found), amounts(found)) == ([(4, "sun")], [(4, 3)])
    assert not allowed(unit(9), WORKED * 4 + OFF * 5)


def test_a_plan_with_every_sunday_has_no_end_of_them_in_a_row() -> None:
    assert not allowed(unit(1, AVERAGED | {"max_in_a_row": 3}), WORKED)


def test_sundays_before_the_period_count_in_a_row() -> None:
    before = ["", "", "", "", "", "", "D"] * 3
    assert not allowed(unit(2, rotation="none", before=before), WORKED + OFF)
    assert allowed(unit(2, rotation="none", before=[*before[:-1], ""]), WORKED + OFF)
    assert not allowed(unit(2, NEXT_FREE, "none", before=["D"]), WORKED + OFF)
    assert allowed(unit(2, NEXT_FREE, "none", before=["D", ""]), WORKED + OFF)


def test_sundays_wholly_before_the_period_are_history() -> None:
    before = ["", "", "", "", "", "", "D"] * 5
    assert allowed(unit(2, rotation="none", before=before), OFF + WORKED)


def test_thirteen_of_any_twenty_six_weeks() -> None:
    assert allowed(unit(2), WORKED + OFF)
    assert not allowed(unit(3), WORKED + WORKED + OFF)
    assert not allowed(unit(12), (WORKED + WORKED + OFF + OFF) * 3)
    assert allowed(unit(12), (WORKED + OFF) * 6)


def test_a_line_that_is_not_used_is_held_to_nothing() -> None:
    elsewhere = [{"days": ["sun"], "start": "08:00", "end": "15:00"}]
    asked = unit(2, NEXT_FREE, elsewhere=elsewhere, position={"current": 0, "wanted": 100})
    assert audited(RULE, asked, OFF, position=0) == []
    assert holds(asked, sheet(asked, {"E1": OFF}, {"E1": 0}).roster, [RULE])
    assert not allowed(asked, OFF + ". . . . D . .")
