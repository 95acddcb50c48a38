"""What the forum measures its options against: the leaving line is advertised as it is, and nobody else is touched."""

from __future__ import annotations

from collections.abc import Iterator

from solver.forum.asking import ask, new_line
from solver.forum.base import Draft
from solver.forum.today import Today

REST = "REST"


def drafts(today: Today) -> Iterator[Draft]:
    unit, points = today.leaving[0], today.sizes[today.leaving]
    leaving = today.work(today.leaving).employee
    line = new_line(REST, (points, points), leaving, competence=today.case.vacancy.competence)
    yield Draft(
        "advertise",
        (),
        (ask(today, unit, {}, new=(line,)),),
        advertised=((unit, REST),),
        gone=(today.leaving,),
    )
