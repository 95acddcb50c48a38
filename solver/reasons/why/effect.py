"""What a changed roster has otherwise than the one it came from: days, sizes, goals, and what an audit finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from solver.auditing import Audit
from solver.domain.finding import Finding


@dataclass(frozen=True)
class DayChange:
    """One day of one line; `day` is a day of the cycle from 0, `""` is free."""

    employee: str
    day: int
    before: str
    after: str


@dataclass(frozen=True)
class SizeChange:
    """The position of one line, in basis points."""

    employee: str
    before: int
    after: int


@dataclass(frozen=True)
class GoalChange:
    """The value of one goal, in its unit; the smaller the better."""

    id: str
    before: float
    after: float
    unit: str


@dataclass(frozen=True)
class Effect:
    """A roster as it was audited, and how it differs from the one before.

    `broken`: findings that were not there before; `mended`: those that are gone.
    """

    checked: Audit
    days: tuple[DayChange, ...]
    sizes: tuple[SizeChange, ...]
    goals: tuple[GoalChange, ...]
    broken: tuple[Finding, ...]
    mended: tuple[Finding, ...]

    @property
    def breaches(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.broken if one.severity == "breach")

    @property
    def worse(self) -> tuple[GoalChange, ...]:
        return tuple(one for one in self.goals if one.after > one.before)


def effect(before: Audit, after: Audit) -> Effect:
    """How the roster of one audit differs from that of another, of the same scenario."""
    lines = list(zip(before.roster.lines, after.roster.lines, strict=True))
    values = zip(before.goals, after.goals, strict=True)
    return Effect(
        after,
        tuple(
            DayChange(old.employee, day, was, now)
            for old, new in lines
            for day, (was, now) in enumerate(zip(old.days, new.days, strict=True))
            if was != now
        ),
        tuple(
            SizeChange(old.employee, old.position_basis_points or 0, new.position_basis_points or 0)
            for old, new in lines
            if old.position_basis_points != new.position_basis_points
        ),
        tuple(
            GoalChange(was.id, was.value, now.value, was.unit)
            for was, now in values
            if was.value != now.value
        ),
        _more(after.findings, before.findings),
        _more(before.findings, after.findings),
    )


def _more(these: Iterable[Finding], than: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that are not also among the others, each as often as it is there more often."""
    left, found = Counter(than), []
    for one in these:
        if left[one]:
            left[one] -= 1
        else:
            found.append(one)
    return tuple(found)
