"""Musliu's format, read, decided and checked; the instances here are our own."""

import json
from pathlib import Path

import pytest

from benchmarks import musliu
from solver.files.scenario import parse_scenario

TEXT = """#Length of the schedule
7

#Number of Employees
{employees}

##Number of Shifts
2

# Temporal Requirements Matrix
1 1 1 1 1 {weekend} {weekend}
0 0 0 0 0 0 {sunday}

#ShiftName, Start, Length, Name, MinlengthOfBlocks, MaxLengthOfBlocks
D  360 480 1 7
N  1320 480 1 2

# Minimum and maximum length of days-off blocks
2 4

# Minimum and maximum length of work blocks
{work}

# Number of not allowed shift sequences: NrSequencesOfLength2, NrSequencesOfLength3:
1 1

# Not allowed shift sequences
N D
N - D
"""


def written(folder: Path, employees: int = 1, weekend: int = 0, sunday: int = 0, work: str = "2 5") -> Path:
    path = folder / "Tiny.txt"
    path.write_text(
        TEXT.format(employees=employees, weekend=weekend, sunday=sunday, work=work), encoding="utf-8"
    )
    return path


def decided(path: Path) -> tuple[str, int | None]:
    found = musliu.run(musliu.read(path), seconds=30, workers=1)
    return found["status"], found["value"]


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    found = musliu.read(written(tmp_path, employees=3, weekend=1))
    assert (found.name, found.employees, found.staff["D"]) == ("Tiny", 3, (1,) * 7)
    assert (found.blocks, found.days_off, found.work) == ({"D": (1, 7), "N": (1, 2)}, (2, 4), (2, 5))
    assert found.forbidden == (("N", "D"), ("N", "", "D"))


def test_each_shift_has_a_part_of_the_day_of_its_own(tmp_path: Path) -> None:
    unit = parse_scenario(musliu.scenario_of(musliu.read(written(tmp_path))))
    (day, night) = (shift.span for shift in unit.shifts)
    assert (day, night) == ((0, 720), (720, 1440))


def test_an_instance_with_a_line_is_feasible(tmp_path: Path) -> None:
    assert decided(written(tmp_path)) == ("FEASIBLE", 0)
    assert decided(written(tmp_path, employees=3, weekend=1, sunday=1)) == ("FEASIBLE", 0)


def test_more_work_than_days_is_infeasible(tmp_path: Path) -> None:
    assert decided(written(tmp_path, weekend=1))[0] == "INFEASIBLE"


def test_blocks_that_leave_no_line_are_infeasible(tmp_path: Path) -> None:
    assert decided(written(tmp_path, work="6 6"))[0] == "INFEASIBLE"


FITS = ["D", "D", "D", "D", "D", "", ""]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (["D"] * 7, "never ends"),
        (["D", "D", "D", "D", "", "", ""], "0 on D fri, not 1"),
        (["D", "D", "D", "D", "D", "D", ""], "1 days of off"),
        (["D", "D", "D", "D", "D", "", "X"], "no such shift"),
        (["D", "D", "D", "D", "D", "", "N"], "('N', 'D')"),
        (["D"], "1 days, not 7"),
    ],
)
def test_the_checker_finds_what_is_wrong_with_a_line(tmp_path: Path, line: list[str], what: str) -> None:
    instance = musliu.read(written(tmp_path))
    assert list(musliu.wrong(instance, FITS)) == []
    found = " ".join(musliu.wrong(instance, line))
    assert found
    assert what in found


def test_the_command_prints_a_line_of_json_for_each_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(written(tmp_path))
    assert musliu.main([path, path, "--workers", "1"]) == 0
    told = [json.loads(one) for one in capsys.readouterr().out.splitlines()]
    assert [one["status"] for one in told] == ["FEASIBLE", "FEASIBLE"]
    assert {"instance", "status", "value", "bound", "seconds", "first_seconds"} <= told[0].keys()


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert musliu.main(["nowhere"]) == 2
    assert "HELTID_BENCHMARKS" in capsys.readouterr().err
