"""Every notebook runs from top to bottom, as a planner would run it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import jupytext
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.py"))
SECONDS = "6"


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_as_it_stands(path: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(path)],
        cwd=tmp_path, env=os.environ | {"HELTID_SECONDS": SECONDS}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.slow
def test_one_opens_in_jupyter_with_its_cells() -> None:
    notebook = jupytext.read(FOLDER / "02_kontroller_en_turnus.py")
    NotebookClient(notebook, resources={"metadata": {"path": str(FOLDER)}}, timeout=120).execute()
    told = "".join(one.get("text", "") for cell in notebook.cells for one in cell.get("outputs", ()))
    assert "§ 10-8 (1)" in told


def test_the_readme_names_every_notebook() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(path.name in told for path in NOTEBOOKS)
