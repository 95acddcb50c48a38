"""At most so many people on shift at every moment of a demand row's window."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from solver.domain.cycle import DAY_MINUTES, WEEK_DAYS, overlap
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
        known: dict[frozenset[str], _Work] = {}
        for number, row in enumerate(sheet.scenario.demand):
            if row.max is None:
                continue
            counted = frozenset(
                line.employee.id for line in sheet.lines if sheet.scenario.counts_in(row, line.employee)
            )
            work = known.setdefault(counted, _Work(sheet, counted))
            for day, people in _most_of_days(sheet, row, work):
                if people > row.max:
                    place = {"week": sheet.cycle.week_of(day), "day": sheet.cycle.name_of(day)}
                    path = f"demand[{number}]"
                    found = self.found(amount=people, limit=row.max, unit="people", detail=path)
                    yield found.model_copy(update=place)


class _Work:
    """The shifts of those who count, by the day they start on."""

    def __init__(self, sheet: Sheet, counted: Collection[str]) -> None:
        self.lines = [line for line in sheet.lines if line.employee.id in counted]
        self.is_weekly = sheet.is_one_line and len(self.lines) == len(sheet.lines)
        """everyone on a shared line counts, and so each week has the same people's shifts"""
        self.days: dict[int, Sequence[Period]] = {}

    def starting(self, day: int) -> Sequence[Period]:
        if day not in self.days:
            self.days[day] = [period for line in self.lines for period in line.starting(day)]
        return self.days[day]


def _most_of_days(sheet: Sheet, row: Demand, work: _Work) -> Iterator[tuple[int, int]]:
    """Each day of the row with how many are on shift at the fullest moment of its window."""
    most: dict[int, int] = {}
    for day in row.in_cycle(sheet.cycle):
        alike = day % WEEK_DAYS if work.is_weekly else day
        if alike not in most:
            most[alike] = _most_at_once(row, day, work)
        yield day, most[alike]


def _most_at_once(row: Demand, day: int, work: _Work) -> int:
    """How many are on shift at the fullest moment of the row's window on one day."""
    start, end = (day * DAY_MINUTES + minute for minute in row.span)
    inside = [
        period
        for starts in (day - 1, day, day + 1)
        for period in work.starting(starts)
        if row.counts_shift(period.code) and overlap(period.start, period.end, start, end)
    ]
    comes = [(max(period.start, start), 1) for period in inside]
    goes = [(period.end, -1) for period in inside]  # sorted before those who come the same minute
    return max(accumulate(step for _, step in sorted(comes + goes)), default=0)
