from solver.rules.allowed_shifts import AllowedShifts
from tests.builders import audited, line, places, scenario

RULE = AllowedShifts()


def test_a_code_the_person_does_not_work_is_a_breach() -> None:
    unit = scenario(employees=[line(shifts=["D"])])
    found = audited(RULE, unit, "D A")
    assert (places(found), [one.detail for one in found]) == ([(1, "tue")], ["A"])


def test_a_shift_on_a_weekday_it_does_not_run_is_a_breach() -> None:
    assert places(audited(RULE, scenario(weeks=2), "L . . . . L L | . . . . L")) == [(1, "mon"), (2, "fri")]


def test_a_code_nobody_knows_is_a_breach() -> None:
    assert [one.detail for one in audited(RULE, scenario(), "D X")] == ["X"]


def test_without_codes_of_their_own_everyone_works_every_shift() -> None:
    unit = scenario()
    assert audited(RULE, unit, "D A N . . L L") == []
    assert all(RULE.allows(unit, unit.employees[0], 5, shift) for shift in unit.shifts)


def test_the_model_makes_no_variable_for_a_code_or_weekday_that_is_not_allowed() -> None:
    unit = scenario(employees=[line(shifts=["D", "L"])])
    allowed = [
        shift.code
        for shift in unit.shifts
        for day in (0, 6)
        if RULE.allows(unit, unit.employees[0], day, shift)
    ]
    assert allowed == ["D", "D", "L"]
