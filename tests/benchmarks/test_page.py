"""The page of results: what was measured, beside each other, and nothing else."""

from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.all import run
from benchmarks.page import PAGE, page
from benchmarks.running import RESULTS, Data, header, read, write

HEAD: Data = {
    "part": "units",
    "date": "2026-11-23",
    "machine": {
        "processor": "a processor", "cores": 2, "memory_gib": 8.0, "system": "Linux x86_64", "python": "3.11.7",
        "versions": {"heltid": "0.1.0"},
    },
    "load": 0.1,
    "settings": ["--seconds", "5"],
}  # fmt: skip
COVER = {"cover": {"value": 450, "bound": 0}, "part_time": {"value": 2, "bound": 2}}
UNITS: list[Data] = [
    {
        "unit": "one",
        "lines": 3,
        "way": "heltid",
        "status": "feasible",
        "seconds": 5.0,
        "first_seconds": 1.25,
        "goals": COVER,
    },
    {
        "unit": "one",
        "lines": 3,
        "way": "mip",
        "status": "unknown",
        "seconds": 5.0,
        "first_seconds": None,
        "goals": {},
    },
]
FIRST: Data = {"instance": "Instance1", "published": {"best_known": "607", "gurobi_10min": "608"}}
INSTANCES: list[Data] = [
    FIRST | {"solver": "heltid", "status": "optimal", "value": 607, "bound": 607, "seconds": 1.0},
    FIRST | {"solver": "mip", "status": "feasible", "value": 700, "bound": 600, "seconds": 2.0},
]
ROTATING: list[Data] = [
    {"instance": "Example1", "status": "FEASIBLE", "expected": "FEASIBLE", "seconds": 0.5},
    {"instance": "Example2", "status": "INFEASIBLE", "expected": "FEASIBLE", "seconds": 0.1},
    {"instance": "Example3", "status": "UNKNOWN", "expected": "FEASIBLE", "seconds": 9.0},
]
SIZES: list[Data] = [
    {"lines": 20, "weeks": 12, "given": 5.0, "status": "feasible", "first_seconds": 2.0,
     "proven_seconds": {"cover": 2.5}, "peak_mib": 200, "goals": COVER},
    {"job": 1, "lines": 40, "weeks": 12, "given": 5.0, "status": "feasible", "first_seconds": 3.0, "peak_mib": 150,
     "goals": COVER},
    {"job": 2, "lines": 40, "weeks": 12, "given": 5.0, "status": "unknown", "goals": {}},
]  # fmt: skip


@pytest.fixture
def told(tmp_path: Path) -> str:
    for part, rows in {"units": UNITS, "curtois": INSTANCES, "musliu": ROTATING, "growth": SIZES}.items():
        write(tmp_path / f"{part}.jsonl", [HEAD, *rows])
    return page(tmp_path)


def test_a_unit_has_a_row_for_each_way_and_bold_for_what_is_proven(told: str) -> None:
    assert "| way | seconds | first | peak MiB | cover | part time |" in told
    assert "| heltid | 5 | 1.25 | – | 450 (0) | **2** |" in told
    assert "| mip (unknown) | 5 | – | – | – | – |" in told


def test_every_part_says_on_what_and_when_it_was_measured(told: str) -> None:
    assert told.count("2026-11-23; a processor, 2 cores") == 4


def test_an_instance_stands_beside_its_rivals(told: str) -> None:
    assert "| 1 | **607** | 1 | 700 (600) | 2 | 0.0 % | 607 | 608 |" in told


def test_rotating_instances_are_counted_and_those_that_went_wrong_named(told: str) -> None:
    assert "| infeasible, proven | 1 |" in told
    assert "| otherwise than `status.csv` says | Example2, Example3 |" in told
    assert "| median seconds of search | 0.5 |" in told


def test_growth_has_sizes_and_a_municipality(told: str) -> None:
    assert "| 20 x 12 | 5 | 2 | 2.5 | 200 | 450 (0) | **2** |" in told
    assert "| with a legal roster | 1 |" in told
    assert "| lines | 80 |" in told


def test_the_page_in_docs_is_made_from_the_results_that_are_kept() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(RESULTS), "python -m benchmarks page"


def test_what_was_not_measured_is_not_told(tmp_path: Path) -> None:
    assert page(tmp_path).count("Not measured yet.") == 4


def test_the_lines_a_part_prints_are_kept_with_where_they_were_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELTID_BENCHMARKS", "nowhere")
    assert run("curtois", [], tmp_path)
    write(tmp_path / "growth.jsonl", [header("growth", ["--units", "0"]), SIZES[0]])
    kept = read(tmp_path / "growth.jsonl")
    assert (kept[0]["part"], kept[0]["settings"], kept[1]) == ("growth", ["--units", "0"], SIZES[0])


def test_an_unknown_part_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
