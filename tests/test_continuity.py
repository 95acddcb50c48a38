"""How often residents meet people they know."""

from typing import Any

from solver.auditing import audit
from solver.domain.roster import Continuity, Roster
from tests.builders import Data, codes, line, scenario, tuples

DAY = {"start": "07:30", "end": "15:00"}


def of(lines: dict[str, str], *windows: Data, rotation: str = "individual", **contacts: Any) -> Continuity:
    unit = scenario(
        employees=[line(name) for name in lines],
        residents=[{"id": "R1", "windows": windows}],
        rotation=rotation,
    )
    rows = [{"employee": name, "days": codes(text, 7), "position": 50} for name, text in lines.items()]
    roster = Roster.model_validate(tuples({"lines": rows, "contacts": [{"resident": "R1"} | contacts]}))
    (found,) = audit(unit, roster).continuity
    return found


def test_each_window_is_served_by_the_first_who_is_there() -> None:
    lines = {"E1": "D . . D . . .", "E2": "D D . . . . .", "E3": "D D D . . . .", "E4": "D D D . D . ."}
    found = of(lines, DAY, primary="E1", secondary="E2", team=["E3"])
    assert found.responsible == ("E1", "E2", "E3", "E1", "E4", "", "")
    assert (found.windows, found.faces, found.with_contact_percent) == (7, 4, 42.9)


def test_half_of_a_window_is_enough_and_less_is_not() -> None:
    half, less = {"start": "11:15", "end": "18:45"}, {"start": "11:16", "end": "18:46"}
    assert of({"E1": "D"}, half, primary="E1").with_contact_percent == 14.3
    assert of({"E1": "D"}, less, primary="E1").with_contact_percent == 0


def test_two_shifts_of_one_person_add_up_in_a_window() -> None:
    found = of({"E1": "N A . . . . ."}, {"days": ["tue"], "start": "00:00", "end": "22:30"}, primary="E1")
    assert found.with_contact_percent == 100


def test_the_longest_absence_runs_on_into_the_next_cycle() -> None:
    lines = {"E1": ". . D . . . .", "E2": ". . . D . . ."}
    assert of(lines, primary="E1", secondary="E2").longest_absence_days == 5
    assert of(lines, primary="E1", secondary="E2", rotation="none").longest_absence_days == 3
    assert of({"E1": ". "}, primary="E1").longest_absence_days == 7


def test_a_unit_without_residents_has_no_such_measures() -> None:
    unit = scenario()
    found = audit(unit, Roster.model_validate(tuples({"lines": [{"employee": "E1", "days": codes("D", 7)}]})))
    assert found.continuity == ()
    assert "with_contact_percent" not in found.measures
