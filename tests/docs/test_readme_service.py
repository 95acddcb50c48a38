"""The README's walk-through of the service, run as it stands: make serve, the link, a plan, its roster as a file."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.api.processes import free_port, until

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = next(one for one in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "enter(" in one)
ASKED = "LENKEN SOM MAKE SERVE SKREV"
LINK = re.compile(r"http://\S+/login/link#\S+")


def test_the_walk_through_runs_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "make serve " in PAGE
    assert ASKED in BLOCK
    log = tmp_path / "log"
    environment = os.environ | {"HELTID_FOLDER": str(tmp_path / "data"), "HELTID_POLL_SECONDS": "0.2"}
    with log.open("wb") as out:
        served = subprocess.Popen(
            ["make", "--no-print-directory", "serve", f"PORT={free_port()}"],
            cwd=ROOT, env=environment, stdout=out, stderr=out, start_new_session=True,
        )  # fmt: skip
    try:
        until(lambda: "running on" in log.read_text().lower())
        link = LINK.findall(log.read_text())[0]
        monkeypatch.chdir(tmp_path)
        names: dict[str, Any] = {}
        exec(compile(BLOCK.replace(ASKED, link), "README.md", "exec"), names)
        names["heltid"].http.close()
        assert (tmp_path / "turnus.xlsx").read_bytes().startswith(b"PK")
    finally:
        os.killpg(served.pid, signal.SIGTERM)
        served.wait(timeout=60)
