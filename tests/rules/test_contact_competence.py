"""Who may be whose contact."""

from typing import Any

import pytest

from solver.domain.roster import Roster
from solver.domain.work import Sheet
from solver.rules.contact_competence import ContactCompetence
from tests.builders import Data, codes, line, scenario, tuples

NEED = {"primary": "college", "secondary": "skilled", "team": 3}
PEOPLE = [
    line("E1", competence="college"),
    line("E2", competence="college"),
    line("E3", competence="skilled"),
    line("E4", competence="assistant"),
    line("V1", vacant=True, competence="college"),
]


def found(
    need: Data = NEED, fixed: Data | None = None, unused: str = "", **contacts: Any
) -> list[tuple[str, Any]]:
    """Severity and detail of each finding."""
    unit = scenario(employees=PEOPLE, residents=[{"id": "R1", "contacts": need, "fixed": fixed or {}}])
    rows = [
        {"employee": one["id"], "days": codes("", 7), "position": 0 if one["id"] == unused else 50}
        for one in PEOPLE
    ]
    given = {"lines": rows, "contacts": [{"resident": "R1"} | contacts] if contacts else []}
    sheet = Sheet.of(unit, Roster.model_validate(tuples(given)))
    return [(one.severity, one.detail) for one in ContactCompetence().audit(sheet)]


def test_contacts_as_asked_are_in_order() -> None:
    assert found(primary="E1", secondary="E3", team=["E1", "E3", "E4"]) == []


def test_a_higher_competence_may_take_a_lower_role() -> None:
    assert found(primary="E1", secondary="E2", team=["E4"]) == []


@pytest.mark.parametrize(
    ("contacts", "wrong"),
    [
        ({"primary": "E3", "secondary": "E2", "team": ["E4"]}, "primary"),
        ({"primary": "E1", "secondary": "E4", "team": ["E3"]}, "secondary"),
        ({"primary": "E1", "secondary": "E1", "team": ["E3", "E4"]}, "same"),
        ({"primary": "V1", "secondary": "E3", "team": ["E4"]}, "vacant"),
        ({"primary": "E1", "secondary": "E3", "team": ["E2", "E4"]}, "team"),
    ],
)
def test_what_is_wrong_is_a_breach(contacts: Data, wrong: str) -> None:
    assert found(**contacts) == [("breach", wrong)]


def test_someone_without_a_position_is_no_contact() -> None:
    assert found(unused="E4", primary="E1", secondary="E3", team=["E4"]) == [("breach", "no_position")]


def test_what_is_decided_is_kept() -> None:
    fixed = {"primary": "E2", "team": ["E4"]}
    given = found(fixed=fixed, primary="E1", secondary="E3", team=["E2"])
    assert given == [("breach", "fixed_primary"), ("breach", "fixed_team")]


def test_roles_that_nobody_has_are_warnings() -> None:
    assert found() == [("warning", "no_contacts")]
    assert found(primary="E1", secondary="E3") == [("warning", "team")]
