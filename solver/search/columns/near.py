"""The lines that could be in a better roster, all at once: those near the cheapest by the prices of the bound.

A roster better by so much has no line that costs more above its person's cheapest than the roster is above the bound.
So where that is little, the lines are few and the choice among them is the choice among all; else it is of the nearest.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from solver.search.columns.master import Master
from solver.search.columns.problem import Column
from solver.search.columns.relaxation import Relaxation
from solver.search.limits import Share

ENOUGH = 0.03
"""How near the bound a roster must be (a part of its cost): farther off, the nearest lines gave nothing."""
COLUMNS, NODES = 20_000, 5000
DAYS, FEWEST = 1_500_000, 20
"""How many days all lines may have together, and how many lines there are of a person in any case."""


def nearest(root: Relaxation, kept: Iterable[Column], below: float, share: Share) -> list[Column] | None:
    """The best roster of lines near the bound and those kept, where it costs no more than `below`."""
    if root.centre is None or not 0 <= below - root.nearest <= ENOUGH * abs(below):
        return None
    master = Master(root.master.problem, root.master.index, root.master.ceilings)
    for column in (*kept, *_lines(root, below)):
        master.add(column)
    found = master.whole(np.arange(len(master.columns)), share, NODES)
    return found[1] if found and found[0] <= below else None


def _lines(root: Relaxation, below: float) -> Iterable[Column]:
    assert root.centre is not None
    problem, people = root.master.problem, root.master.people
    most = max(DAYS // (len(people) * problem.scenario.cycle.days), FEWEST)
    above = below - root.nearest
    priced = root.pricing.price(*root.centre, who=people, most=most, above=above)
    dearer = sorted(priced.columns, key=lambda one: one[1] - priced.least[one[0].place])
    return filter(problem.holds, (column for column, _ in dearer[:COLUMNS]))
