"""How many residents one employee is a contact for."""

from solver.domain.roster import Roster
from solver.domain.work import Sheet
from solver.rules.contact_load import ContactLoad
from tests.builders import Data, codes, line, scenario, tuples


def found(limits: Data, *contacts: Data) -> list[tuple[str | None, str | None, float | None]]:
    people = [line("E1"), line("E2"), line("E3")]
    residents = [{"id": f"R{number}"} for number in range(1, len(contacts) + 1)]
    unit = scenario(employees=people, residents=residents, contact_limits=limits)
    rows = [{"employee": one["id"], "days": codes("", 7), "position": 50} for one in people]
    around = [{"resident": f"R{number}"} | one for number, one in enumerate(contacts, start=1)]
    sheet = Sheet.of(unit, Roster.model_validate(tuples({"lines": rows, "contacts": around})))
    return [(one.employee, one.detail, one.amount) for one in ContactLoad().audit(sheet)]


def test_as_many_as_agreed_are_in_order() -> None:
    assert found({"primary": 2}, {"primary": "E1"}, {"primary": "E1"}) == []


def test_one_more_is_found_in_its_role() -> None:
    assert found({"primary": 1, "secondary": 2}, {"primary": "E1"}, {"primary": "E1"}) == [
        ("E1", "primary", 2)
    ]


def test_a_contact_counts_in_the_team_too() -> None:
    given = {"primary": "E1"}, {"secondary": "E1"}, {"team": ["E1", "E2"]}
    assert found({"team": 2}, *given) == [("E1", "team", 3)]


def test_without_a_limit_anyone_may_have_all() -> None:
    assert found({}, *({"primary": "E1", "secondary": "E2"} for _ in range(9))) == []
