"""The contact sheet: who is who, who is on, whom to call; as text and as a page."""

import json
from pathlib import Path

import pytest

from tests.builders import codes
from tests.cli.helpers import Ran, line, run, write_scenario

PEOPLE = [line("E1") | {"name": "Ada <i>"}, line("E2"), line("E3")]
DAYS = {"E1": "D . D", "E2": "A D .", "E3": "N . ."}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    cycle = {"weeks": 1, "rotation": "individual", "start": "2027-01-04"}
    window = {"start": "07:30", "end": "15:00"}
    scenario = write_scenario(
        tmp_path,
        cycle=cycle,
        employees=PEOPLE,
        residents=[{"id": "R1", "name": "Stian", "windows": [window]}],
    )
    roster = tmp_path / "made.json"
    contacts = [{"resident": "R1", "primary": "E1", "secondary": "E2", "team": ["E1", "E2"]}]
    rows = [{"employee": name, "position": 50, "days": codes(text, 7)} for name, text in DAYS.items()]
    roster.write_text(json.dumps({"schema": "heltid.roster/1", "lines": rows, "contacts": contacts}), "utf-8")
    return scenario, roster


def rows_of(told: Ran) -> list[str]:
    return [" ".join(row.split()) for row in told.out.splitlines()]


def test_the_sheet_says_whom_to_call_first_then_who_is_who_and_who_is_on(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(capsys, "contacts", *files, "--day", "1:mon")
    assert told.code == 0
    assert rows_of(told) == [
        "Kontaktark, uke 1 man", "", "Stian (R1)",
        "Ring når du er bekymret",
        "Dag E1 Ada <i>, primærkontakt, 07:30-15:00",
        "Kveld E2, sekundærkontakt, 15:00-22:30",
        "Natt E3, ikke i teamet, 22:30-07:30",
        "Hvem er hvem", "Primærkontakt E1 Ada <i>", "Sekundærkontakt E2", "Team ingen",
        "Av disse er på jobb", "Dag E1 Ada <i> 07:30-15:00", "Kveld E2 15:00-22:30", "Natt ingen",
    ]  # fmt: skip


def test_nobody_to_call_is_told(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert rows_of(run(capsys, "contacts", *files, "--day", "1:sun"))[4:7] == [
        "Dag ingen",
        "Kveld ingen",
        "Natt ingen",
    ]


def test_a_date_is_a_day_of_the_cycle_and_stands_on_the_sheet(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("contacts", *files, "--day", "2027-01-12")
    assert rows_of(run(capsys, *asked))[0] == "Kontaktark, uke 1 tir 12.01.2027"
    told = rows_of(run(capsys, *asked, "--lang", "en"))
    assert told[0] == "Contact sheet, week 1 Tue 2027-01-12"
    assert "Day E2, secondary contact, 07:30-15:00" in told


def test_the_page_stands_alone_and_writes_names_as_text(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "kontakter.html"
    assert run(capsys, "contacts", *files, "--day", "1:mon", "--to", page).code == 0
    text = page.read_text(encoding="utf-8")
    assert "Ada &lt;i&gt;" in text
    assert "<script" not in text
    assert "http" not in text


@pytest.mark.parametrize("day", ["2:mon", "1:man", "i dag", "2027-13-01"])
def test_a_day_that_is_none_is_told(
    day: str, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(capsys, "contacts", *files, "--day", day)
    assert told.code == 2
    assert told.lines == [
        f"--day: «{day}» er ingen dag i turnusen. Skriv uke og dag, som 3:tue, eller en dato."
    ]
