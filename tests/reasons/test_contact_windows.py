"""Residents' windows that contacts could serve at most: the numbers, and that no lawful roster serves more."""

from itertools import permutations
from random import Random

from hypothesis import given

import solver
from solver.domain.residents import is_there, occasions
from solver.domain.work import Sheet
from solver.files.scenario import parse_scenario
from solver.present.balances import balance_sentence
from solver.reasons.arithmetic import arithmetic
from solver.reasons.balance import Balance
from tests.agreement.brute import is_lawful, rosters, tiny
from tests.agreement.examples import chances, examples
from tests.agreement.judges import roster_of
from tests.agreement.people import DAYS, MOMENTS
from tests.agreement.scenarios import eased
from tests.builders import Data, line, scenario

BOTH: list[Data] = [{"start": "07:30", "end": "15:00"}, {"start": "15:00", "end": "22:00"}]
TOLD = (
    "Beboer R01: 168 tidsrom på 12 uker skal ha en kontakt til stede. Én linje rekker høyst 57 (34 %), to høyst "
    "114 (68 %). Minst 54 blir uten, uansett turnus."
)


def contacts(unit: object) -> list[Balance]:
    return [one for one in arithmetic(unit) if one.about == "contacts"]  # type: ignore[arg-type]


def test_two_full_time_lines_reach_two_thirds_of_the_days_and_evenings() -> None:
    people = [line(f"E{number}", shifts=["D", "A"]) for number in range(1, 4)]
    unit = scenario(weeks=12, employees=people, residents=[{"id": "R01", "windows": BOTH}])
    (found,) = contacts(unit)
    assert (found.required, found.details["alone"], found.achievable) == (168, 57, 114)
    assert balance_sentence(found, unit, "nb") == TOLD


def test_a_long_shift_serves_day_and_evening_at_once() -> None:
    shifts: list[Data] = [{"code": "L", "start": "10:00", "end": "22:00", "paid_minutes": 720}]
    people = [line(long_shifts=True), line("E2", long_shifts=True)]
    unit = scenario(weeks=12, shifts=shifts, employees=people, residents=[{"id": "R01", "windows": BOTH}])
    (found,) = contacts(unit)
    assert (found.details["alone"], found.achievable) == (70, 140)


def test_who_is_fixed_or_lacks_the_competence_is_counted_as_such() -> None:
    people = [line("E1", shifts=[]), line("E2", competence="college"), line("E3", competence="assistant")]
    asked: list[Data] = [
        {"id": "R1", "windows": BOTH, "fixed": {"primary": "E1"}, "contacts": {"secondary": "college"}},
        {"id": "R2", "windows": BOTH, "contacts": {"primary": "college", "secondary": "skilled"}},
        {"id": "R3"},
    ]
    unit = scenario(weeks=12, employees=people, residents=asked)
    assert [(one.details["residents"], one.achievable) for one in contacts(unit)] == [
        (["R1"], 57),
        (["R2"], 57),
    ]


def test_windows_without_a_contact_do_not_make_a_unit_impossible_to_staff() -> None:
    people = [line(position={"min": 0, "max": 100})]
    unit = scenario(
        employees=people, residents=[{"id": "R1", "windows": BOTH, "contacts": {"primary": "college"}}]
    )
    assert [one.is_short for one in contacts(unit)] == [True]
    assert solver.explain(unit, seconds=600, work=10, workers=1).outcome == "staffed"


@examples(15)
@given(tiny().map(eased), chances)
def test_no_lawful_roster_serves_more(unit: Data, rng: Random) -> None:
    windows = [
        {"days": sorted(rng.sample(DAYS, 3)), "start": rng.choice(MOMENTS), "end": rng.choice(MOMENTS)}
        for _ in range(2)
    ]
    asked = unit | {"residents": [{"id": "R1", "windows": windows}]}
    scenario = parse_scenario(asked)
    (found,) = contacts(scenario)
    for made in rosters(unit):
        if is_lawful(unit, made):
            sheet = Sheet.of(scenario, roster_of(made))
            lines = [one for one in sheet.lines if not one.employee.vacant]
            for pair in permutations(lines, min(2, len(lines))):
                served = [
                    [is_there(one, span, day) for one in pair]
                    for span, day in occasions(scenario, scenario.residents[0])
                ]
                assert sum(map(any, served)) <= found.achievable
                assert all(sum(one) <= found.details["alone"] for one in zip(*served, strict=True))
