"""At most so many people on shift at every moment of a demand row's window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from solver.domain.cycle import DAY_MINUTES, overlap
from solver.domain.demand import segments
from solver.domain.finding import Finding
from solver.domain.scenario import Demand
from solver.domain.work import Period, Sheet
from solver.rules.base import Card, Model, Rule


class DemandMax(Rule):
    """One finding for each row and day, at its worst stretch. `detail` is the row's path in the file."""

    of_one_line = False
    card = Card(
        id="demand_max",
        level="unit",
        name="Høyeste bemanning",
        sentence="Det er aldri flere på jobb samtidig enn bemanningsplanen har satt som høyeste tall.",
        law="Enhetens regler",
        parameters=(("demand.max", "people"),),
    )

    def enforce(self, model: Model) -> None:
        for number, row in enumerate(model.scenario.demand):
            for day in row.in_cycle(model.cycle) if row.max is not None else ():
                for segment in segments(model.scenario, row, day):
                    people = sum(model.heads(row, day + offset, code) for offset, code in segment.parts)
                    model.add(people <= row.max, f"{self.card.id}.{number}.{day}.{segment.start}")

    def audit(self, sheet: Sheet) -> Iterator[Finding]:
        for number, row in enumerate(sheet.scenario.demand):
            if row.max is None:
                continue
            work = _work_by_day(sheet, row)
            for day in row.in_cycle(sheet.cycle):
                people = _most_at_once(row, day, work)
                if people > row.max:
                    place = {"week": sheet.cycle.week_of(day), "day": sheet.cycle.name_of(day)}
                    path = f"demand[{number}]"
                    found = self.found(amount=people, limit=row.max, unit="people", detail=path)
                    yield found.model_copy(update=place)


def _work_by_day(sheet: Sheet, row: Demand) -> Mapping[int, Sequence[Period]]:
    """The shifts of everyone who counts in the row, by the day they start on, one day past both ends."""
    work: dict[int, list[Period]] = defaultdict(list)
    for line in sheet.lines:
        if sheet.scenario.counts_in(row, line.employee):
            for period in line.own_periods:
                work[period.day].append(period)
    return work


def _most_at_once(row: Demand, day: int, work: Mapping[int, Sequence[Period]]) -> int:
    """How many are on shift at the fullest moment of the row's window on one day."""
    start, end = (day * DAY_MINUTES + minute for minute in row.span)
    inside = [
        period
        for starts in (day - 1, day, day + 1)
        for period in work.get(starts, ())
        if overlap(period.start, period.end, start, end)
    ]
    comes = [(max(period.start, start), 1) for period in inside]
    goes = [(period.end, -1) for period in inside]  # sorted before those who come the same minute
    return max(accumulate(step for _, step in sorted(comes + goes)), default=0)
