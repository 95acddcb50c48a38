"""Extend one: somebody in the unit takes all the hours."""

from __future__ import annotations

from collections.abc import Iterator

from solver.forum.asking import ask
from solver.forum.base import Draft
from solver.forum.options.sharing import in_unit, ranges
from solver.forum.today import Today


def drafts(today: Today) -> Iterator[Draft]:
    unit, points = today.leaving[0], today.sizes[today.leaving]
    for one in in_unit(today, unit):
        if one.room >= points:
            sizes = ranges(today, [one], points)
            yield Draft("extend_one", (one.person,), (ask(today, unit, sizes),), gone=(today.leaving,))
