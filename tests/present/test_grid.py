"""The grid: twelve weeks in 120 columns, every day there, the F1 marked, sums once."""

import pytest

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.present.grid import Grid
from solver.present.text import plain
from tests.builders import SHIFTS, Data
from tests.present.helpers import grid_rows, line, roster, told, unit

WEEK = "D A . D . L N"


def shown(asked: Scenario, given: Roster, lang: str = "nb", width: int = 120) -> list[str]:
    return [plain(pieces) for pieces in Grid(asked, given, lang, width).lines()]


def with_shift(code: str) -> list[Data]:
    return [*SHIFTS, {"code": code, "start": "08:00", "end": "12:00"}]


def test_twelve_weeks_of_one_character_codes_fit_in_120_columns() -> None:
    asked = unit(weeks=12)
    lines = shown(asked, told(asked, roster(asked, {"E1": " ".join([WEEK] * 12)})))
    assert len(grid_rows(lines, "E1")) == 1
    assert max(map(len, lines)) <= 120


def test_each_week_is_a_group_of_seven_characters() -> None:
    asked = unit(weeks=2)
    (row,) = grid_rows(shown(asked, roster(asked, {"E1": f"{WEEK} {WEEK}"})), "E1")
    assert row.split()[1:3] == ["DA·D·LN", "DA·D·LN"]


def test_a_free_day_that_is_f1_has_another_mark_than_a_free_day() -> None:
    asked = unit()
    given = roster(asked, {"E1": "D A . D . L N"})
    marked = given.model_copy(update={"lines": (given.lines[0].model_copy(update={"f1": (2,)}),)})
    (row,) = grid_rows(shown(asked, marked), "E1")
    assert "DAFD·LN" in row


def test_the_mark_of_f1_is_another_where_a_shift_is_called_f() -> None:
    asked = unit(shifts=with_shift("F"))
    given = roster(asked, {"E1": "F . D D D D D"})
    marked = given.model_copy(update={"lines": (given.lines[0].model_copy(update={"f1": (1,)}),)})
    lines = shown(asked, marked)
    assert "F*DDDDD" in grid_rows(lines, "E1")[0]
    assert "* ukefri (F1)" in lines[-1]


def test_a_day_in_another_unit_is_not_told_as_free() -> None:
    away = {"elsewhere": [{"days": ["mon", "tue"], "start": "08:00", "end": "12:00"}]}
    asked = unit(employees=[line() | away])
    lines = shown(asked, roster(asked, {"E1": ". A . D . L N"}))
    assert "×A·D·LN" in grid_rows(lines, "E1")[0]
    assert "× i en annen enhet" in lines[-1]
    assert "annen enhet" not in shown(unit(), roster(unit(), {"E1": ". A"}))[-1]


def test_hours_position_and_worked_weekends_stand_at_the_end_of_the_row() -> None:
    asked = unit()
    given = roster(asked, {"E1": "D D . . . L ."})
    sized = given.model_copy(
        update={"lines": (given.lines[0].model_copy(update={"position_basis_points": 8750}),)}
    )
    (row,) = grid_rows(shown(asked, sized), "E1")
    assert row.split()[-3:] == ["27:00", "87,5", "1"]


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_longer_codes_get_wider_cells_and_fewer_weeks_a_block_and_lose_no_day(width: int) -> None:
    asked = unit(weeks=12, shifts=with_shift("LV12"))
    lines = shown(asked, roster(asked, {"E1": " ".join(["LV12 D . . . . A"] * 12)}), width=width)
    rows = grid_rows(lines, "E1")
    assert len(rows) > 1
    assert max(map(len, rows)) <= width
    assert [sum(row.split().count(code) for row in rows) for code in ("LV12", "D", "A", "·")] == [
        12,
        12,
        12,
        48,
    ]


def test_sums_stand_once_however_many_blocks_there_are() -> None:
    asked = unit(weeks=12)
    lines = shown(asked, roster(asked, {"E1": WEEK}), width=60)
    assert len(grid_rows(lines, "E1")) > 1
    assert sum("timer" in row for row in lines) == 1


def test_a_year_is_spread_evenly_over_the_blocks() -> None:
    asked = unit(weeks=52)
    blocks = list(Grid(asked, roster(asked, {"E1": WEEK}), "nb").blocks())
    assert [week for block in blocks for week in block] == list(range(52))
    assert max(map(len, blocks)) - min(map(len, blocks)) <= len(blocks)


def test_names_stand_where_they_cost_no_room() -> None:
    asked = unit(employees=[line() | {"name": "Ada"}])
    assert grid_rows(shown(asked, roster(asked, {"E1": WEEK})), "E1 Ada")


def test_names_give_way_before_the_weeks_do() -> None:
    asked = unit(weeks=12, employees=[line() | {"name": "Annelise"}])
    rows = grid_rows(shown(asked, roster(asked, {"E1": WEEK})), "E1")
    assert len(rows) == 1
    assert "Annelise" not in rows[0]


def test_the_legend_tells_each_code_in_use_with_its_times() -> None:
    asked = unit()
    legend = shown(asked, roster(asked, {"E1": "D . . . . . N"}))[-1]
    assert "D 07:30-15:00" in legend
    assert "N 22:30-07:30" in legend
    assert "A 15:00" not in legend


def test_days_have_the_letters_of_the_readers_language() -> None:
    asked = unit()
    given = roster(asked, {"E1": WEEK})
    assert "MTOTFLS" in shown(asked, given)[1]
    assert "MTWTFSS" in shown(asked, given, "en")[1]


def test_a_roster_without_lines_has_a_header_and_a_legend() -> None:
    asked = unit()
    assert shown(asked, Roster())
