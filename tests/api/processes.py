"""The service's processes as an operator starts them: `heltid serve` and `heltid worker`, killed and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import httpx2

KEY = "first-key-of-the-tests"
PATIENCE_SECONDS = 120.0
T = TypeVar("T")


def until(ask: Callable[[], T], *, seconds: float = PATIENCE_SECONDS) -> T:
    """What `ask` gives as soon as it is true."""
    end = time.monotonic() + seconds
    while True:
        found = ask()
        if found:
            return found
        assert time.monotonic() < end, f"nothing came within {seconds} s"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        port: int = made.getsockname()[1]
        return port


class Process:
    """A command of the service in a process of its own; its output lies in a file."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self.command, self.environment, self.log = command, environment, log
        self.started: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.started = subprocess.Popen(
                [sys.executable, "-m", "api.cli", *self.command],
                env=os.environ | self.environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            )  # fmt: skip

    def send(self, number: int) -> None:
        assert self.started
        self.started.send_signal(number)

    def end(self, number: int = signal.SIGKILL) -> None:
        """Send the signal and wait until the process is gone."""
        if self.started and self.started.poll() is None:
            self.started.send_signal(number)
            self.started.wait(timeout=PATIENCE_SECONDS)

    @property
    def solvers(self) -> list[int]:
        """The solvers at work for this process."""
        assert self.started
        try:
            tasks = Path(f"/proc/{self.started.pid}/task")
            found = [(task / "children").read_text().split() for task in tasks.iterdir()]
        except OSError:
            return []
        return [int(pid) for pids in found for pid in pids if _is_solver(pid)]


def _is_solver(pid: str) -> bool:
    try:
        return b"api.jobs.child" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


class Service:
    """An API process and workers over one store."""

    def __init__(self, database_url: str, folder: Path, **settings: Any) -> None:
        self.folder, self.port = folder, free_port()
        self.environment = {
            "HELTID_DATABASE_URL": database_url,
            "HELTID_FOLDER": str(folder / "service"),
            "HELTID_KEY": KEY,
            "HELTID_WORKS_HERE": "false",
            "HELTID_POLL_SECONDS": "0.2",
            "HELTID_BEAT_SECONDS": "0.5",
            "HELTID_SOLVE_THREADS": "1",
        } | {f"HELTID_{name.upper()}": str(value) for name, value in settings.items()}
        self.api = self._process(["serve", "--port", str(self.port)], "serve.log")
        self.workers: list[Process] = []
        self.client = httpx2.Client(
            base_url=f"http://127.0.0.1:{self.port}", headers={"Authorization": f"Bearer {KEY}"}, timeout=30
        )

    def add_worker(self) -> Process:
        made = self._process(["worker"], f"worker-{len(self.workers)}.log")
        self.workers.append(made)
        made.start()
        return made

    def ready(self) -> bool:
        try:
            return self.client.get("/readyz").status_code == 200
        except httpx2.TransportError:
            return False

    def post(self, path: str, key: str, body: dict[str, Any]) -> dict[str, Any]:
        """A POST that is sent again with the same key until it is answered."""

        def ask() -> dict[str, Any] | None:
            try:
                answer = self.client.post(path, json=body, headers={"Idempotency-Key": key})
            except httpx2.TransportError:
                return None
            if answer.status_code == 409:
                return None
            assert answer.status_code in (201, 202), answer.text
            made: dict[str, Any] = answer.json()
            return made

        return until(lambda: ask() or {})

    def close(self) -> None:
        self.client.close()
        for one in (self.api, *self.workers):
            if one.started and one.started.poll() is None:
                one.send(signal.SIGCONT)
            one.end()

    def _process(self, command: list[str], log: str) -> Process:
        return Process(command, self.environment, self.folder / log)
