"""Workbooks that people made or changed: what is forgiven, and what is named by its cell."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.builders import SHIFTS
from tests.files.sheets import WEEK, book, content_of, faults, read, told, unit

HEADER = ["Nr", "Navn", *WEEK]
ADA = ["E1", "Ada Å", "D", "A", "F1", None, "N", "L", None]
BO = ["E2", "Bo", *[None] * 7]

NO_TEXT = "Cellen har en dato, en feilkode eller et annet slags verdi."


def changed(column: int, value: Any) -> list[Any]:
    return [*ADA[:column], value, *ADA[column + 1 :]]


@pytest.mark.parametrize("code", ["d", " D ", "D"])
def test_case_and_spaces_do_not_matter(code: str) -> None:
    assert read([HEADER, changed(2, code), BO]).lines[0].days[0] == "D"


@pytest.mark.parametrize("free", [None, "", " ", "F", "f2", "F5", "fri", "-"])
def test_a_free_day_may_be_written_as_people_do(free: str | None) -> None:
    line = read([HEADER, changed(3, free), BO]).lines[0]
    assert (line.days[1], line.f1) == ("", (2,))


@pytest.mark.parametrize("mark", ["F1", "f1", "F 1"])
def test_f1_is_read_however_it_is_written(mark: str) -> None:
    assert read([HEADER, changed(4, mark), BO]).lines[0].f1 == (2,)


def test_rows_may_stand_in_any_order_with_blank_rows_between_and_notes_around() -> None:
    rows: list[Any] = [
        ["Turnus for avdelingen"],
        [],
        [*HEADER, "Merknad"],
        BO,
        [],
        [*ADA, "skal ha kurs"],
        [],
        ["Sum", None, 1],
    ]
    assert [one.employee for one in read(rows).lines] == ["E2", "E1"]


def test_a_line_may_be_known_by_its_name() -> None:
    rows: list[Any] = [["Navn", *WEEK], ["ada å", *ADA[2:]], ["Bo", *BO[2:]]]
    assert [one.employee for one in read(rows).lines] == ["E1", "E2"]


@pytest.mark.parametrize(
    "week", ["M T W T F S S", "man tir ons tor fre lør søn", "Mon Tue Wed Thu Fri Sat Sun"]
)
def test_the_days_may_be_called_what_people_call_them(week: str) -> None:
    assert read([["Nr", "Navn", *week.split()], ADA, BO]).lines[0].days[5] == "L"


def test_weeks_are_taken_by_their_numbers_where_they_have_some() -> None:
    above: list[Any] = [None, None, "Uke 2", *[None] * 6, "Uke 1"]
    rows: list[Any] = [above, [*HEADER, *WEEK], [*ADA, "A", *[None] * 6], [*BO, *[None] * 7]]
    assert read(rows, unit(weeks=2)).lines[0].days == (
        "A",
        "",
        "",
        "",
        "",
        "",
        "",
        "D",
        "A",
        "",
        "",
        "N",
        "L",
        "",
    )


@pytest.mark.parametrize("has_numbers", [True, False])
def test_a_row_for_each_week_is_read(has_numbers: bool) -> None:
    rows: list[Any] = [
        ["Nr", "Navn", "Uke", *WEEK],
        ["E1", "Ada", 1, "D", *[None] * 6],
        [None, None, 2, None, "A", *[None] * 5],
        ["E2", "Bo", 1, *[None] * 7],
        [None, None, 2, *[None] * 6, "N"],
    ]
    rows = rows if has_numbers else [[*row[:2], *row[3:]] for row in rows]
    first, second = read(rows, unit(weeks=2)).lines
    assert first.days == ("D", *[""] * 7, "A", *[""] * 5)
    assert second.days == (*[""] * 13, "N")


def test_what_the_first_row_of_a_line_says_holds_for_its_other_weeks() -> None:
    header = ["Nr", "Stilling %", *WEEK]
    rows: list[Any] = [header, ["E1", 87.5, "D"], [None, None, "A"], ["E2", 50, "D"], ["E2", 50, "A"]]
    assert [one.position_basis_points for one in read(rows, unit(weeks=2)).lines] == [8750, 5000]


def test_a_fault_in_a_row_of_a_week_is_named_by_its_cell() -> None:
    rows: list[Any] = [
        ["Nr", "Uke", *WEEK],
        ["E1", 1, "D", *[None] * 6],
        [None, 2, None, "X", *[None] * 5],
        ["E2", 1, *[None] * 7],
    ]
    assert faults(rows, unit(weeks=2))[0].startswith("Turnus!D3: vakten «X» finnes ikke.")


@pytest.mark.parametrize("tall", [True, False])
def test_either_table_saved_as_a_workbook_is_read(tall: bool) -> None:
    wide: list[Any] = [
        ["ansatt", *(f"uke 1 {day}" for day in ["man", "tir", "ons", "tor", "fre", "lør", "søn"])],
        ["E1", "D"],
        ["E2"],
    ]
    rows: list[Any] = (
        [["ansatt", "uke", "dag", "vakt"], ["E1", 1, "man", "D"], ["E2", 1, "tir", "F"]] if tall else wide
    )
    assert read(rows).lines[0].days == ("D", *[""] * 6)


@pytest.mark.parametrize(
    ("position", "points"), [(87.5, 8750), ("87,5 %", 8750), (100, 10_000), (None, None)]
)
def test_a_position_is_read_as_a_number_or_a_text(position: Any, points: int | None) -> None:
    rows: list[Any] = [["Nr", "Stilling %", *WEEK], ["E1", position, *ADA[2:]], ["E2", None, *BO[2:]]]
    assert read(rows).lines[0].position_basis_points == points


def test_a_position_that_excel_shows_as_percent_is_that_percent() -> None:
    made = book([["Nr", "Stilling", *WEEK], ["E1", 0.875, *ADA[2:]], ["E2", None, *BO[2:]]])
    made.active["B2"].number_format = "0.0%"
    from solver.files.roster import read_roster

    assert read_roster(content_of(made), "xlsx", unit()).lines[0].position_basis_points == 8750


def test_a_code_that_is_a_number_is_read() -> None:
    asked = unit(shifts=[*SHIFTS, {"code": "7", "start": "08:00", "end": "12:00"}])
    assert read([HEADER, changed(2, 7), BO], asked).lines[0].days[0] == "7"


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (3, "X", "Turnus!D2: vakten «X» finnes ikke. Skriv en av D, A, L, N, F1 eller ingenting."),
        (3, "=A1", "Turnus!D2: Cellen har en formel. Skriv verdien selv."),
        (8, date(2027, 1, 4), f"Turnus!I2: {NO_TEXT} Skriv den som tekst."),
        (0, "EE2", "Turnus!A2: «EE2» finnes ikke blant de ansatte i scenariet. Mente du «E2»?"),
        (0, "=E1", "Turnus!A2: Cellen har en formel. Skriv verdien selv."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_by_its_cell(column: int, value: Any, said: str) -> None:
    row = changed(column, value)
    row[1] = None if column == 0 else row[1]
    assert said in faults([HEADER, row, BO])


def test_a_formula_beside_the_roster_is_left_alone() -> None:
    assert read([[*HEADER, "Sum"], [*ADA, "=SUM(A1:A9)"], BO]).lines[0].days[0] == "D"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([HEADER, ADA], "lines: Linjen til «E2» mangler. Legg den til, uten vakter om den er fri."),
        ([HEADER, ADA, BO, ADA], "Turnus!A4: «E1» står også i rad 2."),
        ([["Hei"], ["du"]], "Ingen av arkene har en overskrift med Nr og dagene. "),
        (
            [[*HEADER, *WEEK], [*ADA, *[None] * 7]],
            "Turnus!A1: Kolonnen «uke 2 man» ligger utenfor syklusen på 1 uker.",
        ),
        (
            [HEADER, [None, "Cissi", "D"], ADA, BO],
            "Turnus!B2: «Cissi» finnes ikke blant de ansatte i scenariet.",
        ),
        ([HEADER, [None, None, "D"], ADA, BO], "Turnus!A2: Den ansatte mangler."),
    ],
)
def test_what_is_missing_or_too_much_is_said(rows: list[list[Any]], said: str) -> None:
    assert any(one.startswith(said) for one in faults(rows))


def test_missing_weeks_are_said_where_the_header_is() -> None:
    (said,) = told(
        content_of(book([[*HEADER, *WEEK], [*ADA, *[None] * 7], [*BO, *[None] * 7]])), unit(weeks=3)
    )
    assert said.startswith("Turnus!A1: Kolonner mangler (7): uke 3 man")
