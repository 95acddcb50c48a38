"""Workbooks: what is written comes back and is laid out to be printed, and no text in it is a formula."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from solver.auditing import audit
from solver.domain.fault import FaultError
from solver.domain.roster import Contacts, Roster
from solver.domain.scenario import Scenario
from solver.files.data import data_dir, unit_path
from solver.files.forms import Asked
from solver.files.roster import load_roster, read_roster, write_roster
from solver.files.scenario import load_scenario
from tests.builders import SHIFTS, line, scenario, tuples
from tests.files.sheets import roster, unit

EXAMPLES = sorted(path.stem for path in (data_dir() / "rosters").glob("*.json"))


def written(given_roster: Roster, asked: Scenario, **wanted: Any) -> Any:
    content = write_roster(given_roster, asked, "xlsx", Asked(**wanted))
    return openpyxl.load_workbook(BytesIO(content))


def lines(given_roster: Roster) -> list[tuple[Any, ...]]:
    """What a sheet can hold of each line: a week without an F1 has none."""
    return [
        (one.employee, one.position_basis_points, tuple(day for day in one.f1 if day >= 0), one.days)
        for one in given_roster.lines
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_roster_comes_back_with_its_contacts(name: str) -> None:
    asked = load_scenario(unit_path(name))
    made = load_roster(data_dir() / "rosters" / f"{name}.json", asked)
    back = read_roster(write_roster(made, asked, "xlsx"), "xlsx", asked)
    assert lines(back) == lines(made)
    assert back.contacts == made.contacts


@settings(deadline=None, max_examples=25)
@example(days=["d", "F1", ""] + [""] * 11, percent=5000, name="Bemanning", lang="nb")
@given(
    days=some.lists(
        some.sampled_from(["", "D", "d", "=1+1", "-", "F1", "'x", "1", "F"]), min_size=14, max_size=14
    ),
    percent=some.integers(1, 10_000),
    name=some.sampled_from(["=HYPERLINK(1)", "'Ada", "-5", "Bemanning", 'a"b', "_x0041_", "12", "Ü&<ø>"]),
    lang=some.sampled_from(["nb", "en"]),
)
def test_any_roster_of_strange_names_and_codes_comes_back(
    days: list[str], percent: int, name: str, lang: Any
) -> None:
    strange = [
        {"code": code, "start": "08:00", "end": "12:00"} for code in ("d", "=1+1", "-", "F1", "'x", "1", "F")
    ]
    asked = scenario(weeks=2, shifts=[*SHIFTS, *strange], employees=[line(name) | {"name": name}, line("E2")])
    free = [day for day, code in enumerate(days) if not code]
    row = {"employee": name, "days": days, "position": percent / 100, "f1": free[:1]}
    other = {"employee": "E2", "days": ["D", *[""] * 13], "position": 20, "f1": [1, 8]}
    made = audit(asked, Roster.model_validate(tuples({"lines": [row, other]}))).roster
    assert lines(read_roster(write_roster(made, asked, "xlsx", Asked(lang)), "xlsx", asked)) == lines(made)


def test_the_plan_is_laid_out_as_planners_know_it() -> None:
    asked = unit(weeks=2, cycle={"weeks": 2, "start": date(2027, 1, 4)})
    sheet = written(roster(asked), asked)["Turnus"]
    assert [cell.value for cell in sheet[5]][:11] == ["Nr", "Navn", "Stilling %", "Kompetanse", *"MTOTFLS"]
    assert [sheet[place].value for place in ("E3", "L3", "E4", "R4")] == [
        "Uke 1 (4.1-10.1)",
        "Uke 2 (11.1-17.1)",
        "4",
        "17",
    ]
    assert [cell.value for cell in sheet[6]] == [
        "E1", "Ada Å", 87.5, "skilled", "D", "A", "F1", None, "N", "L", *[None] * 8,
        36, 18, pytest.approx(-26.13), 1, 1,
    ]  # fmt: skip
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.paperSize, sheet.print_title_rows, sheet.print_title_cols) == (
        8,
        "$3:$5",
        "$A:$D",
    )
    assert sheet["J6"].fill.fgColor.rgb != sheet["I6"].fill.fgColor.rgb  # weekends are shaded


def test_cover_stands_under_the_plan_with_its_least() -> None:
    demand = [{"days": ["mon", "tue"], "start": "07:30", "end": "15:00", "min": 1}]
    sheet = written(roster(unit(demand=demand)), unit(demand=demand))["Turnus"]
    rows = {row[0]: row[2:] for row in sheet.iter_rows(min_row=9, max_col=7, values_only=True)}
    assert rows["D"][0] == "begynner"
    assert rows["07:30-15:00"] == ("minst 1", None, 1, 0, None)


def test_the_other_sheets_tell_the_codes_and_what_the_roster_was_made_from() -> None:
    made = written(roster(unit()), unit())
    assert made.sheetnames == ["Turnus", "Vaktkoder", "Om turnusen"]
    assert [cell.value for cell in made["Vaktkoder"][2]][:5] == ["D", "", "07:30", "15:00", "7,50"]
    said = {str(row[0]) for row in made["Om turnusen"].iter_rows(values_only=True)}
    assert {"Scenario", "Avtale", "Mål, i rekkefølge"} <= said


def test_no_cell_is_a_formula_or_a_link() -> None:
    people = [line("=cmd") | {"name": "@SUM(A1)"}, line("E2") | {"name": "https://x.no"}]
    asked = unit(employees=people, name="=1+1")
    row = {"employee": "=cmd", "days": [""] * 7}
    other = {"employee": "E2", "days": [""] * 7}
    made = written(Roster.model_validate(tuples({"lines": [row, other]})), asked)
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {"=cmd", "@SUM(A1)", "=1+1"} <= {cell.value for cell in cells}
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_the_same_roster_gives_the_same_bytes() -> None:
    assert write_roster(roster(unit()), unit(), "xlsx") == write_roster(roster(unit()), unit(), "xlsx")


def test_what_was_proven_is_not_told_of_a_roster_that_was_changed() -> None:
    name = EXAMPLES[0]
    asked = load_scenario(unit_path(name))
    made = load_roster(data_dir() / "rosters" / f"{name}.json", asked)
    first = made.lines[0].model_copy(update={"days": ("",) * asked.cycle.days})
    changed = made.model_copy(update={"lines": (first, *made.lines[1:])})
    said = {
        str(row[2])
        for one in (made, changed)
        for row in written(one, asked)["Om turnusen"].iter_rows(max_col=3, values_only=True)
        if one is changed
    }
    assert "bevist best" not in said
    assert "ingen grense bevist" in said


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf", "ics"])
def test_only_json_is_written_without_the_scenario(form: str) -> None:
    with pytest.raises(FaultError, match="Gi scenariet også"):
        write_roster(roster(unit()), None, form)


def test_contacts_may_be_named_by_name_and_wrong_ones_are_named_by_cell() -> None:
    asked = unit(residents=[{"id": "R1", "name": "Stian"}])
    made = roster(asked).model_copy(
        update={"contacts": (Contacts(resident="R1", primary="E1", team=("E1", "E2")),)}
    )
    whole = written(made, asked)
    whole["Kontakter"]["C2"] = "bo"
    assert _read(whole, asked).contacts[0] == Contacts(
        resident="R1", primary="E1", secondary="E2", team=("E1", "E2")
    )
    whole["Kontakter"]["C2"] = "Boo"
    with pytest.raises(FaultError, match=r"Kontakter!C2: «Boo» finnes ikke i scenariet. Mente du «bo»?"):
        _read(whole, asked)


def _read(made: Any, asked: Scenario) -> Roster:
    into = BytesIO()
    made.save(into)
    return read_roster(into.getvalue(), "xlsx", asked)
