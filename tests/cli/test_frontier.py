"""The command that says what each arrangement of a unit allows."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.helpers import run, write_scenario

VARY = ("--vary", "weekends=0,1", "--vary", "long_shifts=on,off", "--work", 8, "--workers", 1)


def test_there_is_a_row_for_each_arrangement_and_a_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = tmp_path / "ordninger.svg"
    ran = run(capsys, "frontier", write_scenario(tmp_path), *VARY, "--figure", figure)
    assert ran.code == 0
    for settings in ("0 helger, langvakter på", "1 helger, langvakter av"):
        assert settings in ran.out
    picture = ET.parse(figure).getroot()
    assert picture.tag.endswith("svg")
    assert "href" not in figure.read_text(encoding="utf-8")


def test_json_has_the_bounds_and_the_lines_of_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(run(capsys, "frontier", write_scenario(tmp_path), *VARY, "--json").out)
    assert len(told["arrangements"]) == 4
    for one in told["arrangements"]:
        assert one["cover_bound"] == one["cover"] == 0
        assert one["average_position_bound"] >= one["measures"]["average_position"] - 0.05
        assert one["lines"]


def test_what_cannot_be_varied_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "frontier", write_scenario(tmp_path), "--vary", "weekend=3")
    assert ran.code == 2
    assert ran.lines == ["--vary weekend: Dette kan ikke varieres. Mente du «weekends»?"]
