"""Rotation `shared`: everyone walks one line, each a week after the one before."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.cycle import WEEK_DAYS
from solver.domain.finding import Finding
from solver.domain.values import number
from solver.domain.work import Sheet, WorkLine
from solver.rules.base import Card, Rule


class SharedLine(Rule):
    """The model has one line for all, so nothing is enforced. Lines are held against the first there is."""

    of_one_line = False
    card = Card(
        id="shared_line",
        level="unit",
        name="Felles linje",
        sentence="På felles linje har alle samme stilling, og hver går linjen én uke etter den forrige.",
        law="Enhetens regler",
        parameters=(("cycle.rotation", ""),),
    )

    def audit(self, sheet: Sheet) -> Iterator[Finding]:
        order = [employee.id for employee in sheet.scenario.employees]
        present = [(place, sheet.line_of[name]) for place, name in enumerate(order) if name in sheet.line_of]
        if sheet.cycle.rotation != "shared" or not present:
            return
        first_place, first = present[0]
        for place, line in present[1:]:
            behind = (place - first_place) * WEEK_DAYS
            theirs = [first.code(day - behind) for day in range(sheet.cycle.days)]
            differ = [day for day, code in enumerate(line.days) if code != theirs[day]]
            if differ:
                yield self.found(line, differ[0], amount=len(differ), limit=0, unit="days")
            yield from self._position(line, first)

    def _position(self, line: WorkLine, first: WorkLine) -> Iterator[Finding]:
        own = line.given.position_basis_points if line.given else None
        theirs = first.given.position_basis_points if first.given else None
        if own is not None and theirs is not None and own != theirs:
            yield self.found(line, amount=number(own), limit=number(theirs), unit="percent")
