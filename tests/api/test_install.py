"""The image's one install step, run in an empty environment, and what the Dockerfile promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_install_script_makes_a_service_that_starts(tmp_path: Path) -> None:
    target = tmp_path / "heltid"
    home = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHON": sys.executable}
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("PIP_", "UV_", "SSL_", "https_", "HTTPS_"))
    }
    done = subprocess.run(
        [str(ROOT / "api" / "install.sh"), str(target)],
        env=kept | home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = subprocess.run(
        [str(target / "bin" / "python"), "-c", "from api.main import create_app; print(create_app().title)"],
        cwd=tmp_path, env=home, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.stdout.strip() == "Heltid", told.stderr


def test_the_image_runs_as_nobody_special_and_names_no_digest() -> None:
    assert re.search(r"^USER 10001$", DOCKERFILE, re.MULTILINE)
    assert "HEALTHCHECK" in DOCKERFILE
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert all(re.fullmatch(r"python:[\w.-]+", base) for base in bases)
    assert "api/install.sh" in DOCKERFILE
