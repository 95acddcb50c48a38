"""The command as a process of its own: what it loads, where it writes, and how it ends."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.helpers import write_roster, write_scenario

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from solver.cli import main
sys.exit(main())
"""
LOADED = """
import sys
from solver.cli import main
main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
"""
INTERRUPTED = """
import os, signal, sys, solver
from solver.cli import main
plan = solver.plan

def interrupted(scenario, *, progress, **values):
    def step(told):
        if not done:
            done.append(told)
            os.kill(os.getpid(), signal.SIGINT)
        progress(told)
    done = []
    return plan(scenario, progress=step, **values)

solver.plan = interrupted
sys.exit(main())
"""


def process(code: str, *arguments: object, stdout: Any = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)


def loaded_by(*arguments: object) -> set[str]:
    return set(process(LOADED, *arguments).stderr.split())


def test_an_audit_loads_neither_ortools_nor_fastapi(tmp_path: Path) -> None:
    loaded = loaded_by("audit", write_scenario(tmp_path), write_roster(tmp_path))
    assert "solver.auditing" in loaded
    assert not loaded & {
        "ortools",
        "fastapi",
        "pandas",
        "numpy",
        "openpyxl",
        "xlsxwriter",
        "typst",
        "icalendar",
    }


def test_help_loads_nothing_heavy() -> None:
    assert not loaded_by("--help") & {"ortools", "pydantic", "rich", "babel", "solver.domain.scenario"}


@pytest.mark.parametrize("command", [[], ["plan"], ["audit"], ["export"]])
def test_help_is_norwegian(command: list[str]) -> None:
    ran = process(RUN, *command, "--help")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "urnus" in ran.stdout


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    into, out_of = os.pipe()
    os.close(into)
    with os.fdopen(out_of, "w") as closed:
        ran = process(RUN, "audit", write_scenario(tmp_path), write_roster(tmp_path, "N D"), stdout=closed)
    assert (ran.returncode, ran.stderr) == (1, "")


def test_ctrl_c_on_a_real_plan_keeps_the_best_roster(tmp_path: Path) -> None:
    unit, out = write_scenario(tmp_path, goals=["cover", "strain"], cycle={"weeks": 4}), tmp_path / "out.json"
    ran = process(INTERRUPTED, "plan", unit, "--seconds", 120, "--workers", 2, "--out", out)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert '"stopped_by": "user"' in out.read_text(encoding="utf-8")
