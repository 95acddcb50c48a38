"""The port to the job engine: five methods, so that the engine can be another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session

Work = Callable[[UUID], None]


class Jobs(Protocol):
    """Keeps which jobs wait and which are being worked on; only their ids. What they are stands in our own tables."""

    def submit_in_tx(self, session: Session, job: UUID, priority: int) -> None:
        """Queue a job in the caller's transaction: both are kept, or neither. The smallest priority goes first."""

    def cancel(self, job: UUID) -> None:
        """Take a job out of the queue; one that is being worked on is stopped by its row."""

    def status(self, job: UUID) -> bool:
        """Whether the engine still means to work on a job, or is doing so."""

    def recover(self, worker: str) -> int:
        """Hand on the jobs of a worker that never comes back; how many."""

    def launch(self, work: Work, worker: str, at_once: int) -> None:
        """Begin to work on jobs in this process, under this worker's name, so many at once."""
