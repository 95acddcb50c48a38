"""README's walk through the service, as a newcomer takes it: commands as they stand, on a service of its own."""

from __future__ import annotations

import html
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

import solver
from tests.api.processes import free_port, until

ROOT = Path(__file__).parents[2]
SECTION = (ROOT / "README.md").read_text("utf-8").partition("## Tjenesten\n")[2].partition("\n## ")[0]
ADDRESS, KEY = "http://127.0.0.1:8000", "heltid_..."
START = "make serve"


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", SECTION, re.DOTALL)
    return str(found)


@pytest.fixture
def printed(tmp_path: Path) -> Iterator[Path]:
    """What `make serve` prints, once it prints a link; the service ends with the test."""
    environment = os.environ | {"PORT": str(free_port()), "HELTID_FOLDER": str(tmp_path / "data")}
    # set-up is what `make test` has done already, so of what make would do only the last command is
    told = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", *START.split()[1:]],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    command = told.stdout.splitlines()[-1].replace(".venv/bin/heltid", f"{sys.executable} -m api.cli")
    out = tmp_path / "printed"
    with out.open("w") as file:
        process = subprocess.Popen(
            ["sh", "-c", f"exec env {command}"], cwd=ROOT, env=environment, stdout=file
        )
    try:
        until(lambda: "#" in out.read_text())
        yield out
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def key_by_hand(address: str, link: str) -> str:
    """A key, as somebody with a browser makes it: the link, its button, and the form on the page."""
    page, _, code = link.partition("#")
    with httpx2.Client(base_url=address, headers={"Origin": address}, follow_redirects=True) as browser:
        until(lambda: _answers(browser))
        assert browser.get(page).status_code == 200
        inside = browser.post("/login/link", data={"code": code}).text
        assert "Lag en nøkkel for et program" in inside
        assert "det jeg kan" in inside
        csrf = re.findall(r'name="csrf" value="([^"]+)"', inside)[0]
        made = browser.post("/login/key", data={"csrf": csrf, "label": "prøve", "rights": "all"}).text
    return html.unescape(re.findall(r'class="key">([^<]+)<', made)[0])


def _answers(browser: httpx2.Client) -> bool:
    try:
        return browser.get("/readyz").status_code == 200
    except httpx2.TransportError:
        return False


def test_a_newcomer_gets_from_make_serve_to_a_workbook(printed: Path, tmp_path: Path) -> None:
    assert block("sh").splitlines()[0].partition("#")[0].strip() == START
    address, link = re.findall(r"http://127\.0\.0\.1:\d+\S*", printed.read_text())
    program = block("py")
    assert (program.count(ADDRESS), program.count(KEY)) == (1, 1)
    program = program.replace(ADDRESS, address).replace(KEY, key_by_hand(address, link))
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr
    assert re.search(r"^progress \{", ran.stdout, re.MULTILINE)
    assert ran.stdout.splitlines()[-1].split()[0] in ("feasible", "optimal")
    scenario = solver.load(ROOT / "data" / "units" / "solsiden-langvakt-b.yaml")
    roster = solver.load_roster(tmp_path / "turnus.xlsx", scenario)
    assert not [one for one in solver.audit(scenario, roster).findings if one.severity == "breach"]
