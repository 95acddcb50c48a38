"""A PostgreSQL server for the tests: the one that is there, or one of the tests' own.

Where none answers, Debian's package is installed (by root) and a cluster is made in a folder of its own. In CI it is a
failure when none can be had; elsewhere the tests that need one are left out, and say so.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

USUAL = os.environ.get("HELTID_TEST_POSTGRES", "postgresql+psycopg://postgres@127.0.0.1:5432")


def make_database() -> str:
    """The address of a new database."""
    found = server()
    if found is None:
        told = "no PostgreSQL server could be reached or started"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    name = f"heltid_test_{uuid.uuid4().hex[:12]}"
    _tell(found, f"CREATE DATABASE {name}")
    return f"{found}/{name}"


def drop_database(url: str) -> None:
    where, _, name = url.rpartition("/")
    _tell(where, f"DROP DATABASE {name} WITH (FORCE)")


@cache
def server() -> str | None:
    """The address of a server that answers; None where there is none to be had."""
    if _answers(USUAL):
        return USUAL
    programs = _programs() or _install()
    return _start(programs) if programs else None


def _answers(where: str) -> bool:
    try:
        _tell(where, "SELECT 1")
    except OperationalError:
        return False
    return True


def _tell(where: str, command: str) -> None:
    engine = create_engine(f"{where}/postgres", isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(command))


def _programs() -> Path | None:
    """The folder with initdb and pg_ctl."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def _install() -> Path | None:
    """Debian's package, one test process at a time."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    with Path(tempfile.gettempdir(), "heltid-postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "postgresql"]):
            if not _programs():
                subprocess.run(["apt-get", *command], env=environment, check=False, capture_output=True)
    return _programs()


def _start(programs: Path) -> str | None:
    """A cluster of this test process's own; it is stopped and removed when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="heltid-postgres-"))
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        owner = pwd.getpwnam(user)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        port = made.getsockname()[1]
    data, options = folder / "data", f"-p {port} -h 127.0.0.1 -k {folder}"

    def run(*command: str) -> bool:
        done = subprocess.run(command, user=user, cwd=folder, check=False, capture_output=True)
        return done.returncode == 0

    made_it = run(str(programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8")
    ctl = str(programs / "pg_ctl")
    if not made_it or not run(ctl, "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start"):
        return None
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(run, ctl, "-D", str(data), "-m", "immediate", "stop")
    return f"postgresql+psycopg://postgres@127.0.0.1:{port}"
