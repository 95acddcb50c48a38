"""A pool line: the vacancy is joined with a vacant line of another unit into one larger position over both."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import FULL_BASIS_POINTS
from solver.forum.asking import as_elsewhere, ask, new_line
from solver.forum.base import Draft, Second
from solver.forum.today import Person, Today


def drafts(today: Today) -> Iterator[Draft]:
    if today.case.most_units < 2:
        return
    unit, points = today.leaving[0], today.sizes[today.leaving]
    for other in today.vacant_lines:
        there = today.work(other).employee
        fits = points + today.sizes[other] <= FULL_BASIS_POINTS
        if other[0] != unit and fits and today.has_competence(there.competence):
            yield _draft(today, other)


def _draft(today: Today, other: Person) -> Draft:
    unit, points = today.leaving[0], today.sizes[today.leaving]
    work = today.work(other)
    worked = sum(work.weekend_is_worked(week) for week in range(work.cycle.weeks))
    leaving = today.work(today.leaving).employee
    weekends = leaving.max_weekends
    line = new_line(
        f"POOL@{other[0]}", (points, points), leaving, elsewhere=as_elsewhere(work.worked_days()),
        competence=today.case.vacancy.competence,
        max_weekends=None if weekends is None else max(0, weekends - worked),
    )  # fmt: skip
    return Draft(
        "pool", (), (ask(today, unit, {}, new=(line,)),), seconds=(Second(unit, line.id, other),),
        advertised=((unit, line.id),), gone=(today.leaving,), mark="-".join(other),
    )  # fmt: skip
