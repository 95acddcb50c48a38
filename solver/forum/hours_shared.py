"""The hours an option gives away are given, all of them: those who share them all get some, to a fixed sum."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.finding import Finding
from solver.domain.values import number
from solver.domain.work import Sheet
from solver.rules.base import Card, Model, Rule


class HoursShared(Rule):
    """A rule of one option, held beside those of the unit; lines in `used` (the vacant ones) have a position over 0."""

    of_one_line = False
    card = Card(
        id="hours_shared",
        level="unit",
        name="Timene deles",
        sentence="De som deler timene til en ledig linje, får dem alle.",
        law="Forumets sak",
    )

    def __init__(self, names: tuple[str, ...], basis_points: int, used: tuple[str, ...]) -> None:
        self.names, self.basis_points, self.used = names, basis_points, used

    def enforce(self, model: Model) -> None:
        known = model.scenario.employee_by_id
        if self.names:
            together = sum(model.position(known[name]) for name in self.names)
            model.add(together == self.basis_points, self.card.id)
        for name in self.used:
            model.add(model.used(known[name]) == 1, f"{self.card.id}.{name}")

    def audit(self, sheet: Sheet) -> Iterator[Finding]:
        for name in self.used:
            if name not in sheet.line_of or sheet.line_of[name].is_zero:
                yield self.found(amount=0, limit=1, unit="lines", detail="unused")
        given = [sheet.line_of[name].given for name in self.names if name in sheet.line_of]
        together = sum(line.position_basis_points or 0 for line in given if line)
        if self.names and together != self.basis_points:
            limit = number(self.basis_points)
            yield self.found(amount=number(together), limit=limit, unit="percent", detail="sum")
