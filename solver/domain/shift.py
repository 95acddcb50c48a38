"""Shifts: a code with its clock times and what it pays."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from solver.domain.cycle import DAY_MINUTES, DAY_NAMES, DayName, overlap
from solver.domain.values import Code, Name, Shape, Time

ShiftKind = Literal["day", "evening", "night"]
NIGHT_FROM, NIGHT_UNTIL, NIGHT_MORE_THAN = 21 * 60, 30 * 60, 180
EVENING_AFTER = 20 * 60


class Shift(Shape):
    """One shift code. An end not after its start lies on the next day; it belongs to the day it starts on."""

    code: Code
    name: Name | None = None
    start: Time
    end: Time
    given_paid_minutes: int | None = Field(None, ge=0, le=DAY_MINUTES, alias="paid_minutes")
    """paid minutes; left out: the time by the clock"""
    given_working_minutes: int | None = Field(None, ge=0, le=DAY_MINUTES, alias="working_minutes")
    """what the law's limits count; left out: `paid_minutes`"""
    given_kind: ShiftKind | None = Field(None, alias="kind")
    """day, evening or night; left out: by its times"""
    days: tuple[DayName, ...] | None = Field(None, min_length=1)

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in minutes after the midnight of its day."""
        return self.start, self.end if self.end > self.start else self.end + DAY_MINUTES

    @property
    def clock_minutes(self) -> int:
        start, end = self.span
        return end - start

    @property
    def paid_minutes(self) -> int:
        return self.clock_minutes if self.given_paid_minutes is None else self.given_paid_minutes

    @property
    def working_minutes(self) -> int:
        return self.paid_minutes if self.given_working_minutes is None else self.given_working_minutes

    @property
    def kind(self) -> ShiftKind:
        """Night with over 180 minutes between 21 and 06, else evening when it ends after 20:00, else day."""
        if self.given_kind:
            return self.given_kind
        start, end = self.span
        night = sum(
            overlap(start, end, NIGHT_FROM + shift, NIGHT_UNTIL + shift)
            for shift in (-DAY_MINUTES, 0, DAY_MINUTES)
        )
        if night > NIGHT_MORE_THAN:
            return "night"
        return "evening" if end > EVENING_AFTER else "day"

    def runs_on(self, day: int) -> bool:
        """Whether the shift may start on this day of the cycle."""
        return self.days is None or DAY_NAMES[day % 7] in self.days
