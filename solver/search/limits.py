"""How long a search may go on: seconds by the clock, or CP-SAT's deterministic work with the seconds as a lid."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

FINISHING_SHARE = 0.3
"""Of the seconds, the most that is kept for checking and writing the roster."""
LEAST_SECONDS = 0.05
LEAST_SHARE = 0.35
"""Of what is left, what a goal may use when many goals wait behind it."""


class OutOfTimeError(Exception):
    """There was no time to build a model to its end."""


@dataclass
class Limits:
    """The time a plan may use, and who may stop it.

    `seconds` count from `started` (time.monotonic()), and `finishing_seconds` of them are kept for checking the
    roster; `work` is deterministic time, machine-independent.
    """

    seconds: float
    work: float | None = None
    stop: Callable[[], bool] = lambda: False
    finishing_seconds: float = 0.5
    started: float = field(default_factory=time.monotonic)
    used_work: float = 0.0

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.started

    @property
    def seconds_left(self) -> float:
        return self.seconds - min(self.finishing_seconds, FINISHING_SHARE * self.seconds) - self.elapsed

    @property
    def spent(self) -> float:
        """Work where work is counted, else seconds."""
        return self.elapsed if self.work is None else self.used_work

    @property
    def left(self) -> float:
        """What is left of what `spent` counts."""
        return self.seconds_left if self.work_left is None else self.work_left

    @property
    def work_left(self) -> float | None:
        return None if self.work is None else self.work - self.used_work

    @property
    def stopped_by(self) -> str | None:
        """Why there is no time left ("user", "time", "work"), or None while there is."""
        if self.stop():
            return "user"
        if self.seconds_left <= 0:
            return "time"
        if self.work_left is not None and self.work_left <= 0:
            return "work"
        return None

    def within(self, part: float) -> Limits:
        """Limits of their own, for so large a part of what is left."""
        work = None if self.work_left is None else self.work_left * part
        return Limits(self.elapsed + self.seconds_left * part, work, self.stop, 0.0, self.started)

    def meter(self, share: Share) -> Callable[[], bool]:
        """Whether a share that begins now is used up: by its work where work is counted, else by the clock."""
        end = self.spent + (share.seconds if self.work is None else share.work or 0)
        return lambda: self.spent > end

    def share(self, stages_left: int) -> Share:
        """What the next stage may use when so many (itself included) are left."""
        return self.part(max(1 / stages_left, LEAST_SHARE))

    def part(self, part: float) -> Share:
        """So large a part of what is left."""
        return self.at_most(self.left * part, self.left * part)

    def at_most(self, seconds: float, work: float) -> Share:
        """So many seconds, or where work is counted so much work: the clock then decides nothing but the lid."""
        if self.work_left is None:
            return Share(max(min(seconds, self.seconds_left), LEAST_SECONDS), None)
        return Share(max(self.seconds_left, LEAST_SECONDS), min(work, self.work_left))


@dataclass(frozen=True)
class Share:
    """The part of a plan's time that one stage may use."""

    seconds: float
    work: float | None

    @property
    def half(self) -> Share:
        return self.of(2)

    def of(self, parts: float) -> Share:
        """One of so many equal parts."""
        if self.work is None:
            return Share(self.seconds / parts, None)
        return Share(self.seconds, self.work / parts)
