"""Move a line: somebody with a smaller line takes over the leaving line as it is, and what she leaves is given on.

What she leaves is smaller, and may be what somebody else has room for; where nobody has, it is advertised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.domain.employee import Employee, Pin
from solver.forum.asking import ask, new_line, position
from solver.forum.base import Ask, Draft
from solver.forum.options.sharing import groups, in_unit, ranges
from solver.forum.today import Candidate, Today

REST = "REST"


def drafts(today: Today) -> Iterator[Draft]:
    points = today.sizes[today.leaving]
    for one in today.candidates:
        may = one.qualified and (one.here or one.travel is not None)
        if may and 0 < one.held < points <= one.wish.wanted_basis_points:
            others = in_unit(today, one.wish.unit, but=[one])
            for group in list(groups(today, others, one.held)) or [()]:
                yield _draft(today, one, group, points)


def _draft(today: Today, one: Candidate, group: Sequence[Candidate], points: int) -> Draft:
    people = (one.person, *(other.person for other in group))
    rest = () if group else ((one.wish.unit, REST),)
    if one.here:
        asks: tuple[Ask, ...] = (_within(today, one, group, points),)
        return Draft("move_line", people, asks, advertised=rest, gone=(today.leaving,))
    asks = _between(today, one, group, points)
    moved = (((today.leaving[0], _name_here(today, one)), one.person),)
    return Draft("move_line", people, asks, advertised=rest, gone=(today.leaving, one.person), moved=moved)


def _within(today: Today, one: Candidate, group: Sequence[Candidate], points: int) -> Ask:
    """In one unit: she gets the leaving line's days, and others share what she had."""
    sizes = {one.employee.id: (points, points)} | (ranges(today, group, one.held) if group else {})
    asked = _given_on(today, one, group, sizes)
    people = [
        _with_days(today, person) if person.id == one.employee.id else person
        for person in asked.scenario.employees
    ]
    return _asking(asked, people)


def _between(today: Today, one: Candidate, group: Sequence[Candidate], points: int) -> tuple[Ask, ...]:
    """From another unit: there she is gone and her hours are shared; here the line is hers."""
    name = _name_here(today, one)
    size = position(current=points, wanted=one.wish.wanted_basis_points, least=points, most=points)
    here = one.employee.model_copy(update={"id": name, "position": size, "groups": (), "shifts": None})
    there = _given_on(today, one, group, ranges(today, group, one.held) if group else {})
    return ask(today, today.leaving[0], {}, new=(_with_days(today, here),)), there


def _name_here(today: Today, one: Candidate) -> str:
    """Her id in the unit with the vacancy, where somebody else may have the one she has."""
    taken = today.scenario(today.leaving[0]).employee_by_id
    return one.employee.id if one.employee.id not in taken else f"{one.employee.id}@{one.wish.unit}"


def _given_on(
    today: Today, one: Candidate, group: Sequence[Candidate], sizes: dict[str, tuple[int, int]]
) -> Ask:
    names = [other.employee.id for other in group]
    total = one.held + sum(other.held for other in group) if group else 0
    rest = () if group else (new_line(REST, (one.held, one.held), one.employee),)
    without = () if one.here else (one.employee.id,)
    return ask(
        today, one.wish.unit, sizes, shared=names, shared_basis_points=total, without=without, new=rest
    )


def _with_days(today: Today, employee: Employee) -> Employee:
    """The employee held to the leaving line's days."""
    pins = tuple(Pin.on(day, code) for day, code in enumerate(today.line(today.leaving).days))
    return employee.model_copy(update={"pinned": pins})


def _asking(asked: Ask, people: Sequence[Employee]) -> Ask:
    return replace(asked, scenario=asked.scenario.with_changes({"employees": tuple(people)}))
