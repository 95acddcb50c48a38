"""Contacts for a roster as it stands: the pairs are the best there are, and the bound is never over any roster."""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from solver.domain.residents import pair_around
from solver.domain.roster import Contacts, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.registry import GOALS
from solver.rules.contact_competence import ContactCompetence
from solver.rules.contact_load import ContactLoad
from solver.rules.registry import RULES
from solver.search.contact_bound import Possible
from solver.search.contact_pairs import Assigning
from solver.search.contact_settling import settled
from solver.search.limits import Limits
from tests.builders import Data, codes, line, scenario, tuples

WINDOWS = [{"start": "07:30", "end": "15:00"}, {"start": "15:00", "end": "22:00"}]
LIMITS = Limits(600, work=100)


def made(seed: int) -> tuple[Scenario, Sheet]:
    """Four people, two residents and a week of any days."""
    rng = Random(seed)
    people = [
        line(f"E{number}", competence=rng.choice(["skilled", "college"]), vacant=rng.random() < 0.2)
        for number in range(1, 5)
    ]
    residents: list[Data] = [
        {
            "id": name,
            "windows": rng.sample(WINDOWS, rng.randint(1, 2)),
            "contacts": rng.choice(
                [{}, {"primary": "college"}, {"team": 2}, {"secondary": "skilled", "team": 3}]
            ),
        }
        for name in ("R1", "R2")
    ]
    limits = rng.choice([{}, {"primary": 1}, {"secondary": 1, "primary": 1}, {"team": 1}])
    unit = scenario(employees=people, residents=residents, contact_limits=limits)
    rows = [
        {
            "employee": one["id"],
            "position": rng.choice([0, 80, 80, 80]),
            "days": rng.choices(["D", "A", ""], k=7),
        }
        for one in people
    ]
    for row in rows:
        row["days"] = row["days"] if row["position"] else codes("", 7)
    return unit, Sheet.of(unit, Roster.model_validate(tuples({"lines": rows})))


def every_choice(sheet: Sheet) -> Iterator[tuple[Contacts, ...]]:
    people = [None, *(one.employee.id for one in sheet.lines)]
    pairs = [pair for pair in product(people, repeat=2) if pair[0] != pair[1] or pair[0] is None]
    for chosen in product(pairs, repeat=len(sheet.scenario.residents)):
        yield tuple(
            Contacts(resident=one.id, primary=pair[0], secondary=pair[1])
            for one, pair in zip(sheet.scenario.residents, chosen, strict=True)
        )


def with_contacts(sheet: Sheet, contacts: tuple[Contacts, ...]) -> Sheet:
    return Sheet(sheet.scenario, sheet.roster.model_copy(update={"contacts": contacts}), sheet.lines)


def breaches(sheet: Sheet) -> list[str]:
    found = [one for rule in (ContactCompetence(), ContactLoad()) for one in rule.audit(sheet)]
    return [one.rule for one in found if one.severity == "breach"]


@pytest.mark.parametrize("seed", range(25))
def test_no_other_lawful_choice_leaves_fewer_gaps(seed: int) -> None:
    _, sheet = made(seed)
    lawful = [one for choice in every_choice(sheet) if not breaches(one := with_contacts(sheet, choice))]
    found = with_contacts(sheet, Assigning(sheet, LIMITS, 1).contacts())
    assert breaches(found) == []
    assert GOALS["contact_gaps"].measure(found) == min(GOALS["contact_gaps"].measure(one) for one in lawful)
    assert GOALS["team_gaps"].measure(found) <= GOALS["contact_gaps"].measure(found)


@pytest.mark.parametrize("seed", range(25))
def test_roles_left_open_are_given_to_who_has_room_and_break_nothing(seed: int) -> None:
    unit, sheet = made(seed)
    found = with_contacts(sheet, settled(sheet, ()))
    assert breaches(found) == []
    before = with_contacts(sheet, Assigning(sheet, LIMITS, 1).pairs())
    after = with_contacts(sheet, settled(before, before.roster.contacts))
    assert GOALS["contact_gaps"].measure(after) <= GOALS["contact_gaps"].measure(before)
    assert [one.resident for one in after.roster.contacts] == [one.id for one in unit.residents]


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("rotation", ["individual", "none"])
def test_the_bound_is_never_over_what_a_lawful_roster_has(seed: int, rotation: str) -> None:
    """Rosters that keep every rule of their lines, by chance, with the best contacts for them."""
    rng = Random(seed)
    people = [line(f"E{number}", position={"min": 0, "max": 100}) for number in range(1, 4)]
    residents = [{"id": "R1", "windows": rng.sample(WINDOWS, rng.randint(1, 2))}]
    unit = scenario(
        employees=people, residents=residents, rotation=rotation, agreement={"hours_tolerance_percent": 100}
    )
    bound = Possible.of(unit, RULES, LIMITS, 1).fewest_gaps()
    assert bound is not None
    rows = [{"employee": one["id"], "days": codes(rng.choice(LAWFUL), 7), "position": 100} for one in people]
    sheet = Sheet.of(unit, Roster.model_validate(tuples({"lines": rows})))
    told = [one for rule in RULES if rule.of_one_line for one in rule.audit(sheet)]
    assert [one for one in told if one.severity == "breach" and one.rule != "position"] == []
    found = with_contacts(sheet, Assigning(sheet, LIMITS, 1).contacts())
    assert 0 <= bound <= GOALS["contact_gaps"].measure(found)


LAWFUL = [
    "D D D D D . .",
    "A A A A A . .",
    "D A A A A . .",
    ". . D D D . .",
    "D D D A A . .",
    ". D D A . . .",
]


def test_one_shift_may_serve_two_windows_of_the_same_time() -> None:
    window = {"days": ["mon"], "start": "15:00", "end": "22:00"}
    windows = [{"name": name, **window} for name in ("kveld", "tur")]
    residents, agreement = [{"id": "R1", "windows": windows}], {"hours_tolerance_percent": 100}
    unit = scenario(employees=[line()], residents=residents, agreement=agreement)
    assert Possible.of(unit, RULES, LIMITS, 1).fewest_gaps() == 0


def test_two_full_lines_leave_a_third_of_day_and_evening_windows() -> None:
    """The arithmetic of domain.md 3.6: one full-time line at most 34 % of the windows, two 68 %."""
    people = [line(f"E{number}") for number in (1, 2)]
    unit = scenario(weeks=12, employees=people, residents=[{"id": "R1", "windows": WINDOWS}])
    bound = Possible.of(unit, RULES, LIMITS, 1).fewest_gaps()
    assert bound == 12 * 7 * 2 - 2 * 57  # 57 shifts of 7.5 h are 35.6 h a week


def test_the_pair_is_in_the_team() -> None:
    _, sheet = made(3)
    for one in Assigning(sheet, LIMITS, 1).contacts():
        assert set(pair_around(one)) <= set(one.team)
