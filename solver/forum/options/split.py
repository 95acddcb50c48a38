"""Split: people in the unit take what they have room for, and only the rest is advertised."""

from __future__ import annotations

from collections.abc import Iterator

from solver.forum.asking import ask, new_line
from solver.forum.base import Draft
from solver.forum.options.sharing import MOST_TOGETHER, in_unit
from solver.forum.today import Today

REST = "REST"


def drafts(today: Today) -> Iterator[Draft]:
    unit, points = today.leaving[0], today.sizes[today.leaving]
    people = in_unit(today, unit)
    together = sorted(people, key=lambda one: -one.room)[:MOST_TOGETHER]
    groups = [[one] for one in people if one.room < points]
    if len(together) > 1 and sum(one.room for one in together) < points:
        groups.append(together)
    leaving = today.work(today.leaving).employee
    for group in groups:
        rest = points - sum(one.room for one in group)
        sizes = {one.employee.id: (one.held + one.room, one.held + one.room) for one in group}
        line = new_line(REST, (rest, rest), leaving, competence=today.case.vacancy.competence)
        yield Draft(
            "split", tuple(one.person for one in group), (ask(today, unit, sizes, new=(line,)),),
            advertised=((unit, REST),), gone=(today.leaving,),
        )  # fmt: skip
