"""What a setting makes of a scenario, and what cannot be varied."""

import pytest

import solver
from solver.comparison.arrangements import Arrangement, arrangements
from solver.domain.fault import FaultError
from solver.domain.scenario import Scenario
from solver.files.data import unit_path
from solver.files.scenario import packaged_agreements
from tests.builders import line, scenario

KNOWN = {one.id: one for one in packaged_agreements()}


def made(unit: Scenario, *vary: str) -> list[Arrangement]:
    return arrangements(unit, vary, KNOWN)


def test_every_combination_is_made_in_the_order_given() -> None:
    found = made(scenario(weeks=4), "weekends=1,2", "long_shifts=on,off")
    told = [tuple(one.settings.values()) for one in found]
    assert told == [("1", "on"), ("1", "off"), ("2", "on"), ("2", "off")]


def test_weekends_hold_for_everyone_and_may_lie_as_close_as_they_must() -> None:
    unit = scenario(
        weeks=12, employees=[line(max_weekends=2, min_weekends=2)], rules={"min_weeks_between_weekends": 3}
    )
    three, six = (one.scenario for one in made(unit, "weekends=1,6"))
    assert (three.employees[0].max_weekends, three.employees[0].min_weekends) == (1, 1)
    assert three.rules.min_weeks_between_weekends == 3
    assert (six.employees[0].max_weekends, six.rules.min_weeks_between_weekends) == (6, 2)


def test_without_long_shifts_nobody_consents_and_no_weekend_asks_for_one() -> None:
    on, off = (
        one.scenario for one in made(solver.load(unit_path("solsiden-langvakt-b")), "long_shifts=on,off")
    )
    assert on.rules.weekend_shape == "long_and_short"
    assert off.rules.weekend_shape == "both"
    assert not any(one.long_shifts for one in off.employees)
    nights = [one for one in on.employees if one.shifts == ("N",)]
    assert nights
    assert not any(one.long_shifts for one in nights)


def test_an_agreement_is_taken_by_its_name() -> None:
    (one,) = made(scenario(), "agreement=ks-individuell")
    assert one.scenario.agreement.level == "individual"


@pytest.mark.parametrize(
    "given", ["weekend=3", "weekends=", "weekends=3,mange", "long_shifts=ja", "agreement=ukjent"]
)
def test_what_cannot_be_varied_is_refused_with_what_to_write(given: str) -> None:
    with pytest.raises(FaultError) as wrong:
        made(scenario(weeks=4), given)
    assert wrong.value.faults[0].path == f"--vary {given.partition('=')[0]}"
    assert wrong.value.faults[0].instead.message
