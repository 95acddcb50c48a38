"""Required against achievable without a solver: the numbers, and that nothing is called short that is not."""

from hypothesis import given

import solver
from solver.files.data import unit_path
from solver.files.scenario import parse_scenario
from solver.present.balances import balance_sentence
from solver.reasons.arithmetic import arithmetic
from solver.reasons.balance import Balance
from tests.agreement.brute import lawful, tiny
from tests.agreement.examples import examples
from tests.agreement.scenarios import eased
from tests.builders import Data, line, scenario

WEEKENDS = "Helgene krever 192 vakter på 12 uker. De 17 ansatte kan ta 136 med 4 helger hver. Det mangler 56."


def short(unit: object) -> list[Balance]:
    return [one for one in arithmetic(unit) if one.refutes]  # type: ignore[arg-type]


def test_the_impossible_weekend_is_told_with_its_numbers() -> None:
    unit = solver.load(unit_path("umulig-helg"))
    found = {one.about: one for one in short(unit)}
    weekends = found["weekends"]
    assert (weekends.required, weekends.achievable, weekends.missing) == (192, 136, 56)
    assert balance_sentence(weekends, unit, "nb") == WEEKENDS
    assert set(found) == {"weekends", "sundays"}


def test_in_units_that_are_staffed_nothing_is_short() -> None:
    for name in ("solsiden-d-a-hver-tredje", "solsiden-langvakt-b"):
        assert short(solver.load(unit_path(name))) == []


def test_a_moment_when_too_few_can_be_there_is_named() -> None:
    away: list[Data] = [{"days": ["tue"], "weeks": [2], "start": "12:00", "end": "16:00"}]
    rows: list[Data] = [{"days": ["tue"], "start": "07:30", "end": "15:00", "min": 2}]
    unit = scenario(weeks=2, demand=rows, employees=[line(), line("E2", unavailable=away)])
    heads = [one for one in short(unit) if one.about == "heads"]
    assert [(one.required, one.achievable, one.days) for one in heads] == [(2, 1, (8,))]


def test_a_position_that_no_shifts_add_up_to_is_named_with_the_nearest() -> None:
    unit = scenario(weeks=2, employees=[line(shifts=["L"], long_shifts=True)])
    (one,) = [one for one in short(unit) if one.about == "position"]
    assert (one.employee, one.required, one.details["nearest"]) == ("E1", 4260, 1440)


def test_of_a_skill_that_two_have_no_more_shifts_are_promised_than_they_can_take() -> None:
    rows: list[Data] = [{"start": "22:30", "end": "07:30", "min": 1, "skill": "medication"}]
    people = [line(skills=["medication"], rules={"max_shifts": {"N": 2}}), line("E2")]
    unit = scenario(weeks=2, demand=rows, employees=people)
    (one,) = [one for one in short(unit) if one.about == "nights"]
    assert (one.required, one.achievable, one.skill) == (14, 2, "medication")


@examples(40)
@given(tiny().map(eased))
def test_what_is_short_is_short_in_every_roster(unit: Data) -> None:
    if short(parse_scenario(unit)):
        assert all(values["cover"] > 0 for values in lawful(unit))
