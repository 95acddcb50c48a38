"""A worker's name: this machine and the first slot that no other process here holds, kept by a lock on a file.

The lock goes with the process, however it ends, and a worker that starts again finds its own slot and so its own jobs.
"""

from __future__ import annotations

import fcntl
import socket
from dataclasses import dataclass
from io import IOBase
from pathlib import Path

MOST_SLOTS = 1000


@dataclass(frozen=True)
class Slot:
    """A name and the file whose lock keeps it."""

    name: str
    file: IOBase


def take_slot(folder: Path) -> Slot:
    """The first free slot of this machine."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, MOST_SLOTS + 1):
        file = (folder / f"worker-{number}.lock").open("a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            continue
        return Slot(f"{socket.gethostname()}-{number}", file)
    raise RuntimeError(f"no free slot in {folder}")
