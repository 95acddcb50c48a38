"""What each line must have by itself is a bound of the goals that are a sum over lines."""

import pytest

import solver
from solver.domain.scenario import Scenario
from solver.search import contact_steps
from tests.builders import Data, line, scenario

OFFICE: Data = {"code": "D", "start": "07:30", "end": "15:00", "paid_minutes": 450}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
RESIDENT: Data = {"id": "R1", "windows": [{"days": ["mon"], "start": "07:30", "end": "15:00"}]}


def full_weeks(**fields: object) -> Scenario:
    """Two lines of five weekdays a week each, all the hours of a full position: the fifth day wears each week."""
    agreement = {"full_time_weekly_minutes": 2250, "norm_ground": None}
    people = [line(name, position={"current": 100}) for name in ("E1", "E2")]
    asked: Data = {"shifts": [OFFICE | {"days": WEEKDAYS}], "employees": people, "demand": []}
    return scenario(weeks=2, agreement=agreement, **asked | {"goals": ["cover", "strain"]} | fields)


def bound_of(asked: Scenario, goal: str) -> tuple[float, float | None]:
    roster = solver.plan(asked, work=3, workers=1)
    return next((one.value, one.bound) for one in roster.goals if one.id == goal)


def test_strain_that_no_line_can_be_without_is_proven() -> None:
    assert bound_of(full_weeks(), "strain") == (4, 4)


def test_it_is_proven_where_contacts_are_held_and_the_whole_model_proves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(contact_steps, "WHOLE", 0)
    asked = full_weeks(residents=[RESIDENT], goals=["cover", "contact_gaps", "strain"])
    assert bound_of(asked, "strain") == (4, 4)


def test_a_line_that_need_not_be_used_has_none() -> None:
    people = [line("E1", position={"current": 100}), line("V1", vacant=True, position={"min": 0, "max": 100})]
    assert bound_of(full_weeks(employees=people), "strain") == (2, 2)


def test_wishes_that_a_line_s_own_rules_forbid_are_proven_unmet() -> None:
    wish = {"days": ["fri"], "shift": "", "weight": 3}
    people = [line("E1", position={"current": 100}, wishes=[wish])]
    assert bound_of(full_weeks(employees=people, goals=["cover", "wishes"]), "wishes") == (6, 6)
