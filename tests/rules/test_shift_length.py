from solver.rules.shift_length import ShiftLength
from tests.builders import SHIFTS, amounts, audited, line, places, scenario

RULE = ShiftLength()


def test_a_shift_as_long_as_the_limit_is_allowed() -> None:
    unit = scenario(agreement={"max_shift_minutes": 720})
    assert audited(RULE, unit, ". . . . . L .") == []
    assert RULE.allows(unit, unit.employees[0], 5, unit.shift_by_code["L"])


def test_a_shift_longer_than_the_limit_is_a_breach_on_its_day() -> None:
    unit = scenario(agreement={"max_shift_minutes": 719})
    found = audited(RULE, unit, ". . . . . L .")
    assert (places(found), amounts(found)) == ([(1, "sat")], [(720, 719)])
    assert not RULE.allows(unit, unit.employees[0], 5, unit.shift_by_code["L"])


def test_working_minutes_count_and_not_the_clock() -> None:
    shifts = [SHIFTS[2] | {"working_minutes": 540}]
    assert audited(RULE, scenario(shifts=shifts, agreement={"max_shift_minutes": 540}), ". . . . . L .") == []


def test_work_elsewhere_past_midnight_is_too_long_by_its_whole_length() -> None:
    away = line(elsewhere=[{"days": ["sun"], "start": "18:00", "end": "07:00"}])
    found = audited(RULE, scenario(employees=[away]), "D")
    assert (places(found), amounts(found)) == ([(1, "sun")], [(780, 750)])


def test_an_unused_line_is_not_held_to_its_work_elsewhere() -> None:
    away = line(elsewhere=[{"days": ["sun"], "start": "18:00", "end": "07:00"}])
    assert audited(RULE, scenario(employees=[away]), ".", position=0) == []


def test_no_limit_allows_everything() -> None:
    unit = scenario(agreement={"level": "not_norwegian", "max_shift_minutes": None})
    assert audited(RULE, unit, "N N N N N L L") == []


def test_the_finding_names_the_agreements_own_source() -> None:
    source = {"max_shift_minutes": {"paragraph": "Særavtalen punkt 3"}}
    unit = scenario(agreement={"max_shift_minutes": 500, "sources": source})
    assert {found.law for found in audited(RULE, unit, "N")} == {"Særavtalen punkt 3"}
