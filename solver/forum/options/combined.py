"""Combine: somebody from another unit keeps her line there and gets one here as well, the law held over both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.employee import Employee
from solver.forum.asking import as_elsewhere, ask, new_line, position
from solver.forum.base import Draft, Second
from solver.forum.options.sharing import groups, in_unit, ranges
from solver.forum.today import Candidate, Person, Today

REST = "REST"


def drafts(today: Today) -> Iterator[Draft]:
    if today.case.most_units < 2:
        return
    points = today.sizes[today.leaving]
    for one in today.candidates:
        if one.qualified and one.travel and not one.here and one.held:
            more = min(one.room, points)
            left = points - more
            here = in_unit(today, today.leaving[0])
            for group in (list(groups(today, here, left)) or [()]) if left else [()]:
                yield _draft(today, one, more, group)


def _draft(today: Today, one: Candidate, more: int, group: Sequence[Candidate]) -> Draft:
    unit, left = today.leaving[0], today.sizes[today.leaving] - more
    line = second_line(today, one, more)
    new: tuple[Employee, ...] = (line,)
    sizes = ranges(today, group, left) if group else {}
    advertised: tuple[Person, ...] = ()
    if left and not group:
        leaving = today.work(today.leaving).employee
        new = (line, new_line(REST, (left, left), leaving, competence=today.case.vacancy.competence))
        advertised = ((unit, REST),)
    names = [other.employee.id for other in group]
    total = left + sum(other.held for other in group) if group else 0
    asked = ask(today, unit, sizes, shared=names, shared_basis_points=total, new=new)
    travel = one.travel.travel_minutes if one.travel else 0
    return Draft(
        "combined", (one.person, *(other.person for other in group)), (asked,),
        seconds=(Second(unit, line.id, one.person, travel),), advertised=advertised, gone=(today.leaving,),
    )  # fmt: skip


def second_line(today: Today, one: Candidate, size: int) -> Employee:
    """Her line in the unit with the vacancy: of this size, beside the shifts she has where she works today."""
    work, weekends = today.work(one.person), one.employee.max_weekends
    worked = sum(work.weekend_is_worked(week) for week in range(work.cycle.weeks))
    return one.employee.model_copy(
        update={
            "id": f"{one.employee.id}@{one.wish.unit}",
            "position": position(current=size, wanted=size, least=size, most=size),
            "elsewhere": (*one.employee.elsewhere, *as_elsewhere(work)),
            "max_weekends": None if weekends is None else max(0, weekends - worked),
            "min_weekends": None, "shifts": None, "groups": (), "pinned": (), "wishes": (), "other_minutes": 0,
        }
    )  # fmt: skip
