"""A shared line works in no more units than was agreed: a rule held and audited beside those of every line."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.finding import Finding
from solver.domain.pool import Pool
from solver.domain.work import Sheet
from solver.forum.pools.codes import split
from solver.rules.base import Card, Model, Rule


class FewUnits(Rule):
    """For lines with `most_units` under the number of units they may work in."""

    card = Card(
        id="few_units",
        level="unit",
        name="Få arbeidssteder",
        sentence="En felles linje arbeider ikke i flere enheter enn avtalt.",
        law="Avtalt for linjen",
    )

    def __init__(self, pool: Pool) -> None:
        self.most = {
            line.employee.id: line.most_units
            for line in pool.lines
            if line.most_units is not None and line.most_units < len(line.units)
        }

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            most = self.most.get(employee.id)
            if most is None:
                continue
            works = {
                number: model.boolean(f"{self.card.id}.{employee.id}.{number}")
                for number in sorted({split(code)[1] for code in employee.shifts or ()})
            }
            for day in range(model.cycle.days):
                for code in employee.shifts or ():
                    name = f"{self.card.id}.{employee.id}.{day}"
                    model.implies(model.works(employee, day, code), works[split(code)[1]], name=name)
            model.add(sum(works.values()) <= most, f"{self.card.id}.{employee.id}")

    def audit(self, sheet: Sheet) -> Iterator[Finding]:
        for line in sheet.lines:
            most = self.most.get(line.employee.id)
            units = {split(code)[1] for code in line.days if code}
            if most is not None and len(units) > most:
                yield self.found(line, amount=len(units), limit=most, unit="units")
