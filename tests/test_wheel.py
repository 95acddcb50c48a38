"""The wheel, in an environment with nothing else than its locked dependencies, plans from another folder."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
UNIT = "rullerende-tolv.yaml"


def run(*command: object, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a command that sees nothing of this checkout or of the environment that runs the tests."""
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    env = {name: value for name, value in os.environ.items() if name not in hidden} | {"PYTHONUTF8": "1"}
    words = [str(word) for word in command]
    ran = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0 or not check, f"{' '.join(words)}\n{ran.stdout}\n{ran.stderr}"
    return ran


def install(python: Path, *arguments: object) -> None:
    """By uv, which takes what it has fetched before, or by pip where uv will not run."""
    uv = Path(sysconfig.get_path("scripts")) / "uv"
    by_uv = [uv, "pip", "install", "--quiet", "--python", python, *arguments]
    if not uv.exists() or run(*by_uv, cwd=ROOT, check=False).returncode:
        run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *arguments, cwd=ROOT)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without a network and without an environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (found,) = folder.glob("heltid-*.whl")
    return found


@pytest.fixture(scope="module")
def scripts(wheel: Path) -> Path:
    """The folder with the commands of an environment in which only the wheel was installed."""
    venv.create(wheel.parent / "env", with_pip=False)
    found = wheel.parent / "env" / "bin"
    install(found / "python", "--no-deps", "--require-hashes", "-r", LOCK)
    install(found / "python", "--no-deps", wheel)
    return found


def test_the_installed_command_plans_its_own_example_from_another_folder(
    scripts: Path, tmp_path: Path
) -> None:
    told = run(scripts / "python", "-c", "import solver; print(*solver.__path__)", cwd=tmp_path)
    packages = Path(told.stdout.strip())
    assert scripts.parent in packages.parents
    unit = packages / "_data" / "units" / UNIT
    asked = (unit, "--work", 1, "--workers", 1, "--seconds", 300, "--out", "roster.json")
    assert "Skrevet til roster.json." in run(scripts / "heltid", "plan", *asked, cwd=tmp_path).stdout
    roster = json.loads((tmp_path / "roster.json").read_text(encoding="utf-8"))
    assert roster["status"] in ("optimal", "feasible")
    assert run(scripts / "heltid", "audit", unit, "roster.json", cwd=tmp_path).stderr == ""
    for name in ("roster.xlsx", "roster.pdf", "roster.csv"):
        run(scripts / "heltid", "export", "roster.json", "--scenario", unit, "--to", name, cwd=tmp_path)
        assert (tmp_path / name).stat().st_size > 0
    assert run(scripts / "heltid", "audit", unit, "roster.xlsx", cwd=tmp_path).stderr == ""


def test_the_wheel_carries_its_data_words_and_types_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    data = ("law/aml.yaml", "agreements/ks-turnus-local.yaml", f"units/{UNIT}", "schema/scenario.schema.json")
    needed = {f"solver/_data/{name}" for name in data} | {"solver/present/words/en.po", "solver/py.typed"}
    papers = ("template.typ", "fonts/LiberationSans-Regular.ttf", "fonts/LICENSE.txt")
    needed |= {f"solver/present/papers/{name}" for name in papers}
    assert needed <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"solver", "api", "heltid"}
