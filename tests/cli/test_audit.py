"""`heltid audit`: what a roster breaks, whoever made it."""

import json
from pathlib import Path

import pytest

from tests.cli.helpers import run, write_roster, write_scenario

LAST = "Rapporten er et hjelpemiddel, ikke juridisk rådgivning."


def test_a_roster_without_breaches_is_exit_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "audit", write_scenario(tmp_path), write_roster(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Brudd: 0.")


def test_breaches_are_exit_1_and_stand_in_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(
        capsys, "audit", write_scenario(tmp_path), write_roster(tmp_path, "N D . D D . . D D . D D . .")
    )
    assert ran.code == 1
    (row,) = [row for row in ran.out.splitlines() if "Daglig hvile" in row]
    assert row.split()[0] == "BRUDD"
    assert row.split()[-6:] == ["tir", "0", "min", "minst", "11", "t"]


def test_the_report_ends_by_saying_what_it_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "audit", write_scenario(tmp_path), write_roster(tmp_path)).out.splitlines()[-1] == LAST


def test_that_no_law_was_checked_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agreement = {"id": "public", "level": "not_norwegian", "full_time_weekly_minutes": 2400}
    unit = write_scenario(tmp_path, agreement=agreement)
    assert "Ingen lov eller avtale er kontrollert" in run(capsys, "audit", unit, write_roster(tmp_path)).out
    told = json.loads(run(capsys, "audit", unit, write_roster(tmp_path), "--json").out)
    assert told["law_checked"] is False


def test_json_has_findings_goals_holes_and_measures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(
        capsys,
        "audit",
        write_scenario(tmp_path),
        write_roster(tmp_path, ". D . D D . . D D . D D . ."),
        "--json",
    )
    told = json.loads(ran.out)
    assert told["goals"][0] == {"id": "cover", "value": 450, "bound": None, "unit": "person-minutes"}
    assert told["holes"] == [
        {"row": 0, "week": 1, "day": "mon", "start": "07:30", "end": "15:00", "missing": 1}
    ]
    assert {"rule", "law", "severity"} <= set(told["findings"][0])
    assert told["measures"]["lines_used"] == 1


def test_a_roster_of_another_version_of_the_scenario_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = write_roster(tmp_path, scenario_sha256="0" * 64)
    assert "en annen utgave av scenariet" in run(capsys, "audit", write_scenario(tmp_path), roster).out


def test_a_table_is_audited_as_a_json_file_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "r.csv"
    table.write_text("ansatt;uke;dag;vakt\nE1;1;man;N\nE1;1;tir;D\n", encoding="utf-8")
    ran = run(capsys, "audit", write_scenario(tmp_path), table)
    assert ran.code == 1
    assert "Daglig hvile" in ran.out


@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_what_is_exported_is_audited_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], layout: str
) -> None:
    unit, roster, table = (
        write_scenario(tmp_path),
        write_roster(tmp_path, "N D . D D . . D D . D D . ."),
        tmp_path / "r.csv",
    )
    assert run(capsys, "export", roster, "--scenario", unit, "--to", table, "--layout", layout).code == 0
    assert run(capsys, "audit", unit, table).out == run(capsys, "audit", unit, roster).out
