"""The service's own commands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import solver.cli
from api.cli import main


def every(command: Any, name: str = "heltid") -> Iterator[tuple[str, Any]]:
    """Each command that does something, by its whole name."""
    inner = getattr(command, "commands", {})
    for word, one in inner.items():
        yield from every(one, f"{name} {word}")
    if not inner:
        yield name, command


def test_every_command_answers_in_both_languages() -> None:
    known = dict(every(get_command(solver.cli.app)))
    assert {"heltid serve", "heltid journal show", "heltid plan"} <= set(known)
    assert [name for name, one in known.items() if not any("--lang" in has.opts for has in one.params)] == []


def test_a_backup_into_a_folder_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELTID_DATABASE_URL", f"sqlite:///{tmp_path}/heltid.db")
    assert main(["backup", str(tmp_path / "none" / "copy.db")]) == 2
    assert "Mappen filen skal ligge i, finnes ikke." in capsys.readouterr().err
