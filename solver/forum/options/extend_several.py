"""Extend several: people in the unit share all the hours, each in a size the search chooses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.forum.asking import ask
from solver.forum.base import Ask, Draft
from solver.forum.options.sharing import groups, in_unit, ranges
from solver.forum.today import Candidate, Today


def drafts(today: Today) -> Iterator[Draft]:
    unit, points = today.leaving[0], today.sizes[today.leaving]
    for group in groups(today, in_unit(today, unit), points, least=2):
        people = tuple(one.person for one in group)
        yield Draft("extend_several", people, (share(today, unit, group, points),), gone=(today.leaving,))


def share(today: Today, unit: str, group: Sequence[Candidate], points: int) -> Ask:
    """The unit asked to share so many basis points in a group."""
    names = [one.employee.id for one in group]
    total = points + sum(one.held for one in group)
    return ask(today, unit, ranges(today, group, points), shared=names, shared_basis_points=total)
