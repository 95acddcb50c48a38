"""README says what is so: its commands, links, figures and picture."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

import solver
from benchmarks.rosters import COMPARED, PICTURED, figures
from solver.cli import main
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.data import data_dir, unit_path
from solver.present.picture import picture
from tests.examples.helpers import breaches_by_oracle

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.split("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
]
RENEW = "make rosters"


def committed(name: str) -> tuple[Scenario, Roster]:
    scenario = solver.load(unit_path(name))
    return scenario, solver.load_roster(data_dir() / "rosters" / f"{name}.json", scenario)


def test_the_first_command_is_that_of_make_run() -> None:
    # --no-print-directory: `make test` runs this very test, and make then says which folder it enters and leaves
    command = ["make", "--no-print-directory", "--dry-run", "run"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1].strip().lstrip("@") in COMMANDS


def test_the_test_command_is_the_one_ci_runs() -> None:
    assert "make test" in COMMANDS
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("exec make test")


def test_the_other_commands_work_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    scenario, roster = committed(PICTURED)
    (tmp_path / "min-enhet.yaml").write_bytes(unit_path(PICTURED).read_bytes())
    solver.save(roster, "min-turnus.json", scenario)
    tried = [line for line in COMMANDS if "heltid audit" in line or "heltid export" in line]
    assert [main(shlex.split(line)[1:]) for line in tried] == [0, 0, 0]
    assert (tmp_path / "min-turnus.xlsx").exists()


def test_the_python_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, roster = committed(PICTURED)
    monkeypatch.setattr(solver, "plan", lambda scenario, seconds: roster)
    block = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0]
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "README.md", "exec"), {})
    assert (tmp_path / "turnus.json").exists()


def test_every_link_within_the_repository_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", PAGE) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", COMPARED)
def test_the_rosters_that_are_compared_are_legal_and_of_the_units_as_they_are(name: str) -> None:
    checked = solver.audit(*committed(name))
    assert checked.breaches == ()
    assert breaches_by_oracle(*committed(name)) == []
    assert checked.notes == (), RENEW


def test_the_figures_are_those_of_the_rosters() -> None:
    columns = [figures(solver.audit(*committed(name))) for name in COMPARED]
    rows = dict(re.findall(r"^\| ([^|]+?) \| (.+) \|$", PAGE, re.MULTILINE))
    expected = {title: " | ".join(column[title] for column in columns) for title in columns[0]}
    assert {title: rows.get(title) for title in expected} == expected
    large, fte = columns[-1]["stillinger på 80-100 %"], columns[-1]["årsverk i stillinger"]
    text = " ".join(PAGE.split())
    assert f"Langvakt B gir {large} slike stillinger av {fte} årsverk" in text
    assert f"B gives {large} out of {fte.replace(',', '.')}," in text


def test_the_picture_is_of_the_roster() -> None:
    assert (ROOT / "docs" / "roster.svg").read_text(encoding="utf-8") == picture(*committed(PICTURED)), RENEW
