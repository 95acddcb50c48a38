"""The people around residents in rosters side by side."""

import json

import pytest

from solver.comparison.rosters import Comparison, compare
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.present.comparison import comparison_json, comparison_lines
from tests.builders import Data, codes, line, scenario, tuples

WINDOW = {"name": "dag", "days": ["mon", "tue", "wed", "thu", "fri"], "start": "07:30", "end": "15:00"}
RESIDENT = {"id": "R1", "name": "Stian", "windows": [WINDOW]}
DAYS = {"E1": "D D . . . . .", "E2": ". . D . . . .", "E3": ". . . D . . ."}


def unit(**fields: object) -> Scenario:
    asked: Data = {"employees": [line(name) for name in DAYS], "residents": [RESIDENT], "goals": ["cover"]}
    return scenario(**asked | fields)


def roster(primary: str | None = None, secondary: str | None = None) -> Roster:
    rows = [{"employee": name, "days": codes(text, 7)} for name, text in DAYS.items()]
    around = [{"resident": "R1", "primary": primary, "secondary": secondary}] if primary else []
    return Roster.model_validate(tuples({"lines": rows, "contacts": around}))


def compared(**rosters: Roster) -> Comparison:
    return compare(unit(), rosters)


def rows(found: Comparison, lang: str = "nb") -> list[str]:
    return [" ".join(row.split()) for row in comparison_lines(found, lang)]


def test_each_resident_has_her_share_of_windows_her_longest_wait_and_her_faces() -> None:
    told = rows(compared(a=roster("E1", "E2"), b=roster("E1", "E3")))
    assert "R1 Stian 60 % / 4 / 3 60 % / 3 / 3" in told


def test_who_is_another_than_in_the_first_roster_is_marked() -> None:
    told = rows(compared(a=roster("E1", "E2"), b=roster("E1", "E3")))
    assert "R1 Stian E1 / E2 E1 / E3*" in told
    assert "* er en annen enn i a." in told


def test_the_same_contacts_are_said_to_be_the_same() -> None:
    assert "b har de samme kontaktene som a." in rows(compared(a=roster("E1", "E2"), b=roster("E1", "E2")))


@pytest.mark.parametrize(("lang", "said"), [
    ("nb", "b sier ikke hvem kontaktene er; alle tidsrom er regnet som uten."),
    ("en", "b does not say who the contacts are; every window is counted as without."),
])  # fmt: skip
def test_a_roster_without_contacts_says_so_and_is_judged_by_nobody_s_presence(lang: str, said: str) -> None:
    told = rows(compared(a=roster("E1", "E2"), b=roster()), lang)
    assert said in told
    assert "R1 Stian 60 % / 4 / 3 -" in told
    assert "R1 Stian E1 / E2 -" in told


def test_open_windows_are_counted_though_they_are_no_goal() -> None:
    told = rows(compared(a=roster("E1", "E2"), b=roster()))
    assert "Vinduer uten kontakt til stede 2 tidsrom 5 tidsrom" in told
    assert "Vinduer uten team til stede 2 tidsrom 5 tidsrom" in told


def test_json_has_the_same_and_null_where_a_roster_does_not_say() -> None:
    told = json.loads(comparison_json(compared(a=roster("E1", "E2"), b=roster("E1", "E3"), c=roster())))
    residents = [one["residents"]["R1"] for one in told["rosters"]]
    assert [one["changed"] for one in residents] == [[], ["secondary"], []]
    assert [one["secondary"] for one in residents] == ["E2", "E3", None]
    assert [one["with_contact_percent"] for one in residents] == [60, 60, None]
    assert [one["contact_gaps"] for one in told["rosters"]] == [2, 2, 5]


def test_without_residents_nothing_is_said_of_contacts() -> None:
    found = compare(unit(residents=[]), {"a": roster(), "b": roster()})
    assert not any("kontakt" in row for row in comparison_lines(found, "nb"))
    assert "contact_gaps" not in json.loads(comparison_json(found))["rosters"][0]
