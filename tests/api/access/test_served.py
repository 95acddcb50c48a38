"""The service as it is started: a link that works once, and no secret in a log or in the store."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from api.cli import main
from tests.api.processes import free_port, until

PASSWORD = "merket passord som aldri skal sees"
Command = Callable[..., tuple[int, list[str]]]
ADD_USER = ("user", "add", "beredskap", "--password-stdin", "--administrator")


@dataclass
class Served:
    """A service in a process of its own, and what it wrote."""

    origin: str
    folder: Path
    environment: dict[str, str]

    @property
    def said(self) -> str:
        return (self.folder / "out.txt").read_text()

    @property
    def logged(self) -> str:
        return (self.folder / "log.txt").read_text()

    def run(self, *command: str, sent: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "api.cli", *command],
            env=self.environment, input=sent, capture_output=True, text=True, check=False,
        )  # fmt: skip


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    port = free_port()
    environment = os.environ | {"HELTID_FOLDER": str(tmp_path / "data"), "HELTID_WORKS_HERE": "false"}
    made = Served(f"http://127.0.0.1:{port}", tmp_path, environment)
    with (tmp_path / "out.txt").open("w") as out, (tmp_path / "log.txt").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "api.cli", "serve", "--port", str(port)],
            env=environment,
            stdout=out,
            stderr=log,
        )
    try:
        until(lambda: "#" in made.said and "startup complete" in made.logged)
        yield made
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def test_the_link_logs_in_once_and_no_secret_is_logged_or_stored(served: Served) -> None:
    address, _, code = re.findall(r"\S+/login/link#\S+", served.said)[0].partition("#")
    added = served.run(*ADD_USER, sent=PASSWORD + "\n")
    assert (added.returncode, added.stderr) == (0, "")
    with httpx2.Client(base_url=served.origin, headers={"Origin": served.origin}) as browser:
        assert browser.get(address).status_code == 200
        assert browser.post("/login/link", data={"code": code}).status_code == 303
        assert browser.post("/login/link", data={"code": code}).status_code == 401
        csrf = browser.get("/v1/me").json()["csrf"]
        wanted = {"label": "prøve", "rights": ["unit.list"]}
        key = browser.post("/v1/keys", json=wanted, headers={"X-CSRF-Token": csrf}).json()["key"]
        login = {"login": "beredskap", "password": PASSWORD}
        assert browser.post("/login/local", data=login).status_code == 303
        cookie = browser.cookies["heltid_session"]
    with httpx2.Client(base_url=served.origin) as program:
        assert program.get("/v1/units", headers={"Authorization": f"Bearer {key}"}).status_code == 200
        for where in (
            f"/v1/units?key={key}",
            f"/v1/units/{key}",
            f"/v1/units?x={key[:30]}",
            "/v1/me?access_token=x",
        ):
            answer = program.get(where)
            assert (answer.status_code, answer.json()["code"]) == (400, "key_in_address")
        forged = "%0d%0a2027-01-01 INFO forged%1b%5b2J"
        program.get(
            f"/v1/units/{forged}?x={forged}", headers={"X-Request-ID": "a\tforged", "User-Agent": "forged"}
        )
    secrets = (code, key[16:], PASSWORD, cookie)
    assert [secret for secret in secrets if secret in served.logged] == []
    assert not [line for line in served.logged.splitlines() if not re.match(r"\d{4}-\d\d-\d\d \d\d:", line)]
    assert not any(line.startswith("2027-01-01") for line in served.logged.splitlines())
    stored = b"".join(path.read_bytes() for path in (served.folder / "data").glob("heltid.sqlite*"))
    assert [secret for secret in secrets if secret.encode() in stored] == []
    assert served.run("journal", "verify").stdout.startswith("Journalen henger sammen")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command here: its exit code, and the lines it wrote."""
    monkeypatch.setenv("HELTID_FOLDER", str(tmp_path / "data"))

    def run(*arguments: str, sent: str = "") -> tuple[int, list[str]]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(sent))
        code = main(arguments)
        written = capsys.readouterr()
        return code, (written.out + written.err).splitlines()

    return run


def test_the_commands_add_people_and_tell_what_is_wrong(command: Command) -> None:
    assert command(*ADD_USER, sent=PASSWORD)[0] == 0
    code, lines = command(*ADD_USER, sent=PASSWORD)
    assert (code, lines) == (
        2,
        ["login: Brukernavnet finnes fra før. Velg et annet, eller bruk `heltid user reset`."],
    )
    code, lines = command("user", "add", "01017012345", "--password-stdin", sent="kort\n")
    assert (code, [line.split(":")[0] for line in lines]) == (2, ["login", "password"])
    assert command("user", "reset", "ingen", "--password-stdin", sent=PASSWORD)[0] == 2
    assert command("user", "reset", "beredskap", "--password-stdin", sent=PASSWORD)[0] == 0


def test_the_journal_is_shown_and_verified_against_an_end_that_was_kept(command: Command) -> None:
    command(*ADD_USER, sent=PASSWORD)
    command("user", "reset", "beredskap", "--password-stdin", sent=PASSWORD)
    _, shown = command("journal", "show", "--last", "5")
    assert [line.split("\t")[4] for line in shown] == ["user add", "user reset"]
    _, told = command("journal", "verify")
    end = told[0].rpartition(" ")[2]
    assert command("journal", "verify", "--expect", end)[0] == 0
    assert command("journal", "verify", "--expect", "3:" + end.partition(":")[2])[0] == 1
    assert command("journal", "verify", "--expect", "x")[0] == 2
