"""Rosters as tables: what is written comes back, and what is wrong is named by row and column."""

from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from solver.domain.fault import FaultError
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.csv import csv_text, read_csv, write_csv
from tests.builders import SHIFTS, codes, line, scenario, tuples

LAYOUTS: tuple[Literal["wide", "tall"], ...] = ("wide", "tall")
WEEK = "D A . . N L ."
WIDE_HEADER = "ansatt;" + ";".join(
    f"uke 1 {day}" for day in ("man", "tir", "ons", "tor", "fre", "lør", "søn")
)


def unit(**changes: Any) -> Scenario:
    people = [line() | {"name": "Ada Å"}, line("E2", position={"current": 50})]
    return scenario(**({"employees": people} | changes))


def roster(asked: Scenario, **fields: Any) -> Roster:
    f1 = [2, *[-1] * (asked.cycle.weeks - 1)]
    row = {"employee": "E1", "days": codes(WEEK, asked.cycle.days), "position": 87.5, "f1": f1} | fields
    return Roster.model_validate(
        tuples({"lines": [row, {"employee": "E2", "days": codes("", asked.cycle.days)}]})
    )


def read(tmp_path: Path, content: str | bytes, asked: Scenario | None = None) -> Roster:
    path = tmp_path / "roster.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_csv(path, asked or unit())


def faults(tmp_path: Path, content: str | bytes, asked: Scenario | None = None) -> list[str]:
    with pytest.raises(FaultError) as caught:
        read(tmp_path, content, asked)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_what_is_written_comes_back(tmp_path: Path, layout: Literal["wide", "tall"], lang: str) -> None:
    asked = unit(weeks=2)
    write_csv(roster(asked), asked, tmp_path / "r.csv", layout, lang=lang)
    assert read_csv(tmp_path / "r.csv", asked).lines == roster(asked).lines


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    days=some.lists(some.sampled_from(["", "D", "=1+1", "-", "F1", "'x"]), min_size=14, max_size=14),
    percent=some.none() | some.integers(0, 10_000),
    name=some.sampled_from(["=HYPERLINK(1)", "'Ada", "-5", "Å;B", 'a"b']),
)
def test_any_roster_of_strange_names_and_codes_comes_back(
    tmp_path: Path, layout: Literal["wide", "tall"], days: list[str], percent: int | None, name: str
) -> None:
    strange = [{"code": code, "start": "08:00", "end": "12:00"} for code in ("=1+1", "-", "F1", "'x")]
    asked = scenario(weeks=2, shifts=[*SHIFTS, *strange], employees=[line(name) | {"name": name}])
    free = [day for day, code in enumerate(days) if not code]
    size = None if percent is None else percent / 100
    marks = [next((day for day in free if day // 7 == week), -1) for week in range(2)]
    row = {"employee": name, "days": days, "position": size, "f1": marks if free else []}
    given_roster = Roster.model_validate(tuples({"lines": [row]}))
    write_csv(given_roster, asked, tmp_path / "r.csv", layout)
    assert read_csv(tmp_path / "r.csv", asked).lines == given_roster.lines


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_cell_is_a_formula(layout: Literal["wide", "tall"]) -> None:
    asked = unit(employees=[line("=cmd") | {"name": "@SUM(A1)"}, line("E2") | {"name": "+47"}])
    row = {"employee": "=cmd", "days": codes("", 7), "minutes": 0, "balance_minutes": -90}
    text = csv_text(Roster.model_validate(tuples({"lines": [row]})), asked, layout)
    cells = [cell for row in text.removeprefix("\ufeff").split("\r\n") for cell in row.split(";")]
    assert "'=cmd" in cells
    assert "'@SUM(A1)" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []


def test_a_negative_balance_stays_a_number() -> None:
    text = csv_text(roster(unit(), minutes=2490, balance_minutes=-90), unit())
    assert text.splitlines()[1].endswith(";41,5;-1,5")


def test_the_wide_table_is_what_norwegian_excel_opens() -> None:
    text = csv_text(roster(unit()), unit())
    assert text.startswith("\ufeffansatt;navn;stilling;uke 1 man;uke 1 tir;")
    assert text.splitlines()[1].startswith("E1;Ada Å;87,5;D;A;F1;;N;L;;")


def test_the_english_table_has_english_columns_and_decimals() -> None:
    rows = csv_text(roster(unit()), unit(), lang="en").splitlines()
    assert rows[0].startswith("\ufeffemployee;name;position;week 1 mon;")
    assert rows[1].startswith("E1;Ada Å;87.5;")


def test_the_tall_table_has_a_row_a_shift_and_one_for_a_line_without() -> None:
    rows = csv_text(roster(unit()), unit(), "tall").splitlines()
    assert rows[0] == "\ufeffansatt;navn;stilling;uke;dag;vakt;start;slutt"
    assert rows[1] == "E1;Ada Å;87,5;1;man;D;07:30;15:00"
    assert rows[3] == "E1;Ada Å;87,5;1;ons;F1;;"
    assert rows[-1] == "E2;;;;;;;"


def test_a_write_that_fails_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.csv"
    path.write_text("older")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_csv(roster(unit()), unit(), path)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("r.csv", "older")]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_usual_separator_is_read(tmp_path: Path, separator: str) -> None:
    text = f"{WIDE_HEADER}\nE1;D;;;;;;\n".replace(";", separator)
    assert read(tmp_path, text).lines[0].days[0] == "D"


def test_the_separator_a_file_names_is_the_one_used(tmp_path: Path) -> None:
    text = "sep=|\r\n" + f"{WIDE_HEADER}\r\nE1;D;;;;;;\r\n".replace(";", "|")
    assert read(tmp_path, text).lines[0].days[0] == "D"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encodings_that_excel_writes_are_read(tmp_path: Path, encoding: str) -> None:
    text = f"{WIDE_HEADER};navn\nE1;D;;;;;A;;Åse\n"
    assert read(tmp_path, text.encode(encoding)).lines[0].days[5] == "A"


@pytest.mark.parametrize("monday", ["u1 man", "uke 1 man", "Uke 1 Mandag", "w1 mon", "week 1 mon", "U1 ma"])
def test_a_day_column_may_be_called_what_people_call_it(tmp_path: Path, monday: str) -> None:
    text = f"{WIDE_HEADER.replace('uke 1 man', monday)}\nE1;D;;;;;;\n"
    assert read(tmp_path, text).lines[0].days == ("D", "", "", "", "", "", "")


@pytest.mark.parametrize("free", ["", "fri", "F", "F2", "-", " "])
def test_a_free_day_may_be_called_what_people_call_it(tmp_path: Path, free: str) -> None:
    line_read = read(tmp_path, f"{WIDE_HEADER}\nE1;D;{free};F1;;;;\n").lines[0]
    assert line_read.days[1] == ""
    assert line_read.f1 == (2,)


def test_a_shift_called_like_a_free_day_is_a_shift(tmp_path: Path) -> None:
    asked = unit(shifts=[*SHIFTS, {"code": "F1", "start": "08:00", "end": "12:00"}])
    line_read = read(tmp_path, f"{WIDE_HEADER}\nE1;F1;fri F1;;;;;\n", asked).lines[0]
    assert (line_read.days[0], line_read.days[1], line_read.f1) == ("F1", "", (1,))


@pytest.mark.parametrize(("text", "points"), [("87,5", 8750), ("87.5", 8750), ("100 %", 10_000), ("", None)])
def test_a_position_is_read_as_people_write_it(tmp_path: Path, text: str, points: int | None) -> None:
    header, row = WIDE_HEADER.replace("ansatt", "ansatt;stilling", 1), f"E1;{text};D;;;;;;"
    assert read(tmp_path, f"{header}\n{row}\n").lines[0].position_basis_points == points


def test_a_table_without_positions_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, f"{WIDE_HEADER}\nE1;D;;;;;;\n").lines[0].position_basis_points is None


def test_hours_and_names_in_the_table_are_not_believed(tmp_path: Path) -> None:
    line_read = read(tmp_path, f"{WIDE_HEADER};timer;balanse;navn\nE1;D;;;;;;;99,5;+3;Noen\n").lines[0]
    assert (line_read.minutes, line_read.balance_minutes) == (None, None)


def test_blank_rows_are_left_out(tmp_path: Path) -> None:
    assert len(read(tmp_path, f"\n{WIDE_HEADER}\n;;;;;;;\nE1;D;;;;;;\n\n").lines) == 1


def test_a_row_without_a_code_is_read_by_its_times(tmp_path: Path) -> None:
    text = "employee,week,day,shift,start,end\nE1,1,mon,,7:30,15:00:00\n"
    assert read(tmp_path, text).lines[0].days[0] == "D"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("e2;D;;;;;;", "rad 2, ansatt: «e2» finnes ikke blant de ansatte i scenariet. Mente du «E2»?"),
        (";D;;;;;;", "rad 2, ansatt: Den ansatte mangler."),
        (
            "E1;D;;d;;;;",
            "rad 2, uke 1 ons: vakten «d» finnes ikke. Skriv en av D, A, L, N, F1 eller ingenting.",
        ),
        (
            "E1;D;;;",
            "rad 2: Raden har 5 felt og overskriften 8. Gi dem like mange; et felt med skilletegnet i seg skal stå i "
            "anførselstegn.",
        ),
        ("E1;D;;;;;;\nE1;A;;;;;;", "rad 3, ansatt: «E1» står også i rad 2."),
    ],
)
def test_a_fault_in_a_wide_table_is_named_by_row_and_column(tmp_path: Path, row: str, said: str) -> None:
    assert faults(tmp_path, f"{WIDE_HEADER}\n{row}\n") == [said]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("E1;50;13;man;D", "rad 3, uke: «13» er ikke en uke fra 1 til 1."),
        ("E1;50;x;man;D", "rad 3, uke: «x» er ikke en uke fra 1 til 1."),
        ("E1;50;1;m;D", "rad 3, dag: «m» er ikke en dag. Skriv man, tir, ..., søn."),
        ("E1;50;1;man;A", "rad 3, uke 1 man: Dagen har alt en vakt. En linje har høyst én vakt om dagen."),
        ("E1;60;1;tir;A", "rad 3, stilling: Stillingen er en annen enn i rad 2."),
        (
            "E2;120;1;tir;A",
            "rad 3, stilling: «120» er ikke en stilling. Skriv prosent fra 0 til 100 med høyst to desimaler.",
        ),
        (
            "E1;50;1;tir;",
            "rad 3, vakt: Raden har ingen vakt, og tidene passer ikke med nøyaktig én. Skriv vaktkoden.",
        ),
        (
            "E1;50;1;tir;X",
            "rad 3, uke 1 tir: vakten «X» finnes ikke. Skriv en av D, A, L, N, F1 eller ingenting.",
        ),
    ],
)
def test_a_fault_in_a_tall_table_is_named_by_row_and_column(tmp_path: Path, row: str, said: str) -> None:
    assert faults(tmp_path, f"ansatt;stilling;uke;dag;vakt\nE1;50;1;man;D\n{row}\n") == [said]


def test_a_time_that_is_not_the_shifts_is_a_fault(tmp_path: Path) -> None:
    text = "ansatt;uke;dag;vakt;start;slutt\nE1;1;man;D;07:00;15:00\n"
    assert faults(tmp_path, text) == [
        "rad 2, start: «07:00» er ikke tiden til vakten «D». Skriv 07:30 eller ingenting."
    ]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (WIDE_HEADER.replace("ansatt", "ansat"), "rad 1: Kolonnen «ansat» er ukjent. Mente du «ansatt»?"),
        (WIDE_HEADER.replace("ansatt", "navn"), "rad 1: Kolonnen «ansatt» mangler."),
        (f"{WIDE_HEADER};uke 2 man", "rad 1: Kolonnen «uke 2 man» ligger utenfor syklusen på 1 uker."),
        (f"{WIDE_HEADER};uke 0 man", "rad 1: Kolonnen «uke 0 man» ligger utenfor syklusen på 1 uker."),
        (f"{WIDE_HEADER};u1 man", "rad 1: Kolonnen «u1 man» står flere ganger."),
        (WIDE_HEADER.replace(";uke 1 søn", ""), "rad 1: Kolonner mangler (1): uke 1 søn."),
        ("ansatt;navn", "rad 1: Ingen kolonner for dagene."),
    ],
)
def test_a_fault_in_the_header_is_named(tmp_path: Path, header: str, said: str) -> None:
    assert any(fault.startswith(said) for fault in faults(tmp_path, f"{header}\nE1;D;;;;;;\n"))


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    assert len(faults(tmp_path, f"{WIDE_HEADER}\nE8;x;y;;;;;\nE9;z;;;;;;\n")) == 5


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Filen er tom."),
        (b"\n\n", "Filen er tom."),
        (WIDE_HEADER.encode(), "ingen rader under overskriften"),
        (b"ansatt;\x00", "kontrolltegn"),
        (b"\x81\x8d;\x8f", "ikke tekst i UTF-8 eller Windows-1252"),
        (b"\xff\xfea", "ikke tekst"),
        (b'"' + b"x" * 200_000, "ikke en tabell"),
        (b"x" * 5_000_001, "for stor"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    (only,) = faults(tmp_path, content)
    assert said in only


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultError, match="kan ikke leses"):
        read_csv(tmp_path / "none.csv", unit())
