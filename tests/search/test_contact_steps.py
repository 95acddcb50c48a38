"""Contacts chosen together with the days leave fewer gaps than the best ones chosen after, and cost nothing before."""

import pytest

import solver
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.search import contact_steps
from solver.search.contact_pairs import Assigning
from solver.search.limits import Limits
from tests.builders import Data, line, scenario

DAY, EVENING = {"start": "07:30", "end": "15:00"}, {"start": "15:00", "end": "22:30"}
SHIFTS: list[Data] = [
    {"code": "D", "paid_minutes": 450} | DAY,
    {"code": "A", "paid_minutes": 450} | EVENING,
]
EARLIER = ["cover", "unwanted_part_time"]
WANTED = [*EARLIER, "contact_gaps", "strain"]
LAST, WORK = 0.8, 0.5
LIMITS = {"primary": 1, "secondary": 1}


def unit(goals: list[str]) -> Scenario:
    """Six people with a weekend each for one on each day shift and evening shift; two residents at home in the evening.

    A pair works two of the three weekends at most, so two evenings of each resident are open whatever the roster.
    """
    people = [
        line(f"E{number}", competence=competence, position={"current": 60}, max_weekends=1)
        for number, competence in enumerate(["college"] * 2 + ["skilled"] * 4)
    ]
    residents = [
        {"id": name, "windows": [EVENING], "contacts": {"primary": "college", "secondary": "skilled"}}
        for name in ("R1", "R2")
    ]
    demand = [window | {"min": 1} for window in (DAY, EVENING)]
    return scenario(
        weeks=3, shifts=SHIFTS, demand=demand, employees=people, residents=residents, contact_limits=LIMITS,
        goals=goals, agreement={"hours_tolerance_percent": 12},
    )  # fmt: skip


def values(asked: Scenario, roster: Roster) -> dict[str, float]:
    return {one.id: one.value for one in solver.audit(asked, roster).goals}


def planned(goals: list[str]) -> Roster:
    return solver.plan(unit(goals), work=WORK, workers=1)


@pytest.fixture(scope="module")
def after() -> dict[str, float]:
    """A roster planned without contacts, with the best there are on its days."""
    asked = unit(WANTED)
    roster = planned([goal for goal in WANTED if goal != "contact_gaps"])
    best = Assigning(Sheet.of(asked, roster), Limits(60, work=10), 1).contacts()
    return values(asked, roster.model_copy(update={"contacts": best}))


@pytest.mark.parametrize("whole", [0, contact_steps.WHOLE], ids=["in steps", "whole"])
def test_a_fifth_fewer_gaps_than_the_best_contacts_after_the_roster(
    whole: int, after: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact_steps, "WHOLE", whole)
    roster = planned(WANTED)
    together = values(unit(WANTED), roster)
    assert together["contact_gaps"] <= LAST * after["contact_gaps"]
    assert [together[goal] for goal in EARLIER] == [after[goal] for goal in EARLIER]
    proven = next(goal for goal in roster.goals if goal.id == "contact_gaps").bound
    assert proven is not None
    assert 0 < proven <= together["contact_gaps"]
