"""A solve as its worker sees it: a child process that is fed beats, listened to, kept within limits, and stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Literal

from api.jobs.child import NO_MEMORY

BEAT_SECONDS = 0.5
ADDRESS_SPACE = 4
"""times the memory it may use: threads and libraries reserve far more than they touch"""
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TZ", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
"""what a child gets of the environment; never the store's address or a key"""
Ending = Literal["answered", "memory", "time_limit", "error", "crashed", "killed"]
ENDINGS: dict[int, Ending] = {NO_MEMORY: "memory", 1: "error"}
"""by exit code; an error of Python's comes again at every try, a crash may not"""
Plain = dict[str, Any]


@dataclass(frozen=True)
class Lids:
    """What one solve may use: seconds by the clock until it is ended, and bytes of memory."""

    seconds: float
    memory_bytes: int
    silence_seconds: float = 8.0
    """the child ends itself when its parent has been silent so long"""
    grace_seconds: float = 10.0
    """how long a child that was asked to stop may take to give its best"""


class Solve:
    """A child process at work. Iterate `lines()`; `ending` says afterwards how it ended."""

    def __init__(self, question: Plain, lids: Lids) -> None:
        self.lids, self._stop_asked_at = lids, 0.0
        self.ending: Ending | None = None
        self._until = time.monotonic() + lids.seconds
        environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
        self._child = subprocess.Popen(
            [sys.executable, "-I", "-m", "api.jobs.child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env=environment, cwd="/", start_new_session=True,
        )  # fmt: skip
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()
        own = {
            "memory_bytes": ADDRESS_SPACE * lids.memory_bytes,
            "silence_seconds": lids.silence_seconds,
        }
        self._say(json.dumps(question | own))

    @property
    def pid(self) -> int:
        return self._child.pid

    def lines(self) -> Iterator[Plain | None]:
        """What the child tells, as it comes, and None at every beat."""
        next_beat = time.monotonic()
        while True:
            try:
                line = self._lines.get(timeout=max(next_beat - time.monotonic(), 0.0))
            except Empty:
                next_beat = time.monotonic() + BEAT_SECONDS
                self._beat()
                yield None
                continue
            if line is None:
                self._ended()
                return
            told: Plain = json.loads(line)
            if told["event"] == "result":
                self.ending = self.ending or "answered"
            yield told

    def stop(self) -> None:
        """Ask the child for its best; it is ended if it takes too long."""
        if not self._stop_asked_at:
            self._stop_asked_at = time.monotonic()
            self._say("stop")

    def kill(self, ending: Ending = "killed") -> None:
        """End the child now."""
        self.ending = self.ending or ending
        self._child.kill()

    def _beat(self) -> None:
        self._say("")
        now = time.monotonic()
        given_up_at = self._stop_asked_at + self.lids.grace_seconds if self._stop_asked_at else self._until
        if now > min(given_up_at, self._until):
            self.kill("time_limit")
        elif _used_bytes(self.pid) > self.lids.memory_bytes:
            self.kill("memory")

    def _say(self, line: str) -> None:
        assert self._child.stdin
        with suppress(OSError):  # it has ended; its output says so
            self._child.stdin.write(line + "\n")
            self._child.stdin.flush()

    def _read(self) -> None:
        assert self._child.stdout
        for line in self._child.stdout:
            if line.endswith("\n"):  # what was cut off when it ended is not a line
                self._lines.put(line)
        self._lines.put(None)

    def _ended(self) -> None:
        code = self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        self.ending = self.ending or ENDINGS.get(code, "crashed")


def _used_bytes(pid: int) -> int:
    """The memory a process has in use; 0 where that cannot be told."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_BYTES
    except (OSError, IndexError, ValueError):
        return 0
