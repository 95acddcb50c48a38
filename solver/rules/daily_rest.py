"""Rest between two shifts, aml § 10-8 (1) and (3): the limit, and where agreed shorter rests that are made good."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from solver.domain.agreement import Agreement
from solver.domain.cycle import DAY_MINUTES
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import Period, WorkLine
from solver.rules.base import Bool, Card, Model, Rule
from solver.rules.blocks import Block, blocks, blocks_between, by_day

LAW = "aml § 10-8 (1)"
LONGEST_DAYS = 28
"""no rest that must be made good, and the one after it, lie further apart"""


class DailyRest(Rule):
    """Consecutive stretches of work, own or elsewhere. A short rest counts in the week of the shift before it.

    The model counts it in the week of the shift after it as well, so that a roster holds in both readings. Where the
    period does not repeat, short rests before it count in the week that it cuts.
    """

    card = Card(
        id="daily_rest",
        level="law",
        name="Daglig hvile",
        sentence="Mellom to vakter er det minst elleve timer sammenhengende hvile; er kortere hvile avtalt, blir neste "
        "hvile like mye lengre.",
        law=LAW,
        link="https://lovdata.no/lov/2005-06-17-62/§10-8",
        parameters=(
            ("agreement.min_daily_rest_minutes", "minutes"),
            ("agreement.short_daily_rest.floor_minutes", "minutes"),
            ("agreement.short_daily_rest.max_per_week", "per week"),
        ),
    )

    def enforce(self, model: Model) -> None:
        if model.scenario.agreement.min_daily_rest_minutes is None:
            return
        for employee in model.lines:
            _DailyRestOfLine(model, employee).enforce()

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        agreement = line.scenario.agreement
        if agreement.min_daily_rest_minutes is None or (line.is_zero and line.is_unused):
            return
        floor, limit = _floor_and_limit(agreement)
        law = agreement.law("min_daily_rest_minutes", LAW)
        needed, shorts, planned = floor, Counter[int](), set[int]()
        for earlier, later in _neighbours(line):
            rest = later.start - earlier.end
            inside = 0 <= later.day < line.cycle.days
            if inside and rest < needed:
                yield self.found(line, later.day, law=law, amount=max(rest, 0), limit=needed, unit="minutes")
            is_short = floor <= rest < limit
            if is_short and (inside or not line.cycle.wraps):
                shorts[line.cycle.week_of(earlier.day)] += 1
                planned |= {line.cycle.week_of(earlier.day)} if inside else set()
            needed = limit + (limit - rest) if is_short else floor
        most = agreement.short_daily_rest.max_per_week if agreement.short_daily_rest else None
        for week, count in shorts.items():
            if most is not None and count > most and week in planned:
                yield self.found(
                    line, law=law, week=max(week, 1), amount=count, limit=most, unit="short rests"
                )


class _DailyRestOfLine:
    """The daily rest of one line in the model."""

    def __init__(self, model: Model, employee: Employee) -> None:
        self.model, self.employee = model, employee
        self.floor, self.limit = _floor_and_limit(model.scenario.agreement)
        # the longest shift ends two midnights after its own, and then the longest rest begins
        self.reach = 2 + -(-(2 * self.limit - self.floor) // DAY_MINUTES)
        self.first = 0 if model.cycle.wraps else -len(employee.before)

    def enforce(self) -> None:
        for day in range(self.first, self.model.cycle.days):
            for block in blocks(self.model, self.employee, day):
                self._after(block)
        short = self.model.scenario.agreement.short_daily_rest
        if short and short.max_per_week is not None:
            self._count(short.max_per_week)

    def _after(self, block: Block) -> None:
        """No work too soon after this block; after an agreed short rest a long one."""
        for one in self._later(block):
            rest = one.start - block.end
            if rest < self.floor and self._is_planned(one):
                self.model.forbid(block.literal, one.literal, name=self._name(block.day))
            elif self.floor <= rest < self.limit:
                self._made_good(block, one, 2 * self.limit - rest)

    def _made_good(self, first: Block, second: Block, needed: int) -> None:
        for one in self._later(second):
            if one.start - second.end < needed and self._is_planned(one):
                literals = first.literal, second.literal, one.literal
                self.model.forbid(*literals, name=self._name(first.day, "made_good"))

    def _count(self, most: int) -> None:
        """At most so many short rests a week, by the week of the shift before and by that of the shift after."""
        before: dict[int, list[Bool]] = defaultdict(list)
        after: dict[int, list[Bool]] = defaultdict(list)
        week_of = self.model.cycle.week_of
        for day in range(self.first, self.model.cycle.days):
            for block in blocks(self.model, self.employee, day):
                for later in by_day(self._later(block)):
                    short = [
                        one for one in later if one.start - block.end < self.limit and self._is_planned(one)
                    ]
                    if short:
                        is_short = self._is_short(block, short)
                        before[week_of(day)].append(is_short)
                        after[week_of(short[0].day)].append(is_short)
        known = self._known()
        for week, shorts in (*before.items(), *after.items()):
            left = max(0, most - known.get(week, 0))
            self.model.add(sum(shorts) <= left, self._name(f"week{week}"))

    def _is_short(self, block: Block, later: list[Block]) -> Bool:
        name = self._name(block.day, "short")
        is_short = self.model.boolean(name)
        self.model.add(is_short >= block.literal + sum(one.literal for one in later) - 1, name)
        return is_short

    def _known(self) -> Mapping[int, int]:
        """How many short rests each week before the period has already."""
        days = range(self.first, 0)
        worked = [one for day in days for one in blocks(self.model, self.employee, day)]
        rests = ((earlier.day, later.start - earlier.end) for earlier, later in pairwise(worked))
        return Counter(
            self.model.cycle.week_of(day) for day, rest in rests if self.floor <= rest < self.limit
        )

    def _later(self, block: Block) -> list[Block]:
        """What may come after a block, soon enough to matter."""
        found = blocks_between(self.model, self.employee, block.day, block.day + self.reach)
        return [
            one
            for one in found
            if one.order > block.order and (one.day > block.day or one.fixed or block.fixed)
        ]

    def _is_planned(self, block: Block) -> bool:
        return self.model.cycle.wraps or block.day >= 0

    def _name(self, place: int | str, what: str = "") -> str:
        return f"daily_rest.{self.employee.id}.{place}{what and '.'}{what}"


def _floor_and_limit(agreement: Agreement) -> tuple[int, int]:
    """The shortest rest there may be, and the rest that is not short."""
    return agreement.least_daily_rest_minutes, agreement.min_daily_rest_minutes or 0


def _neighbours(line: WorkLine) -> Iterator[tuple[Period, Period]]:
    """Each stretch of work and the next, once; in a cycle that repeats, with those before that matter to the first."""
    if not line.cycle.wraps:
        yield from pairwise(line.periods(-line.history, line.cycle.days - 1))
        return
    periods = line.periods(-min(2 * line.cycle.days, LONGEST_DAYS), line.cycle.days - 1)
    if periods and not any(period.day < 0 for period in periods):
        last, turn = max(periods), line.cycle.days
        start, end = last.start - turn * DAY_MINUTES, last.end - turn * DAY_MINUTES
        periods = [Period(start, end, last.day - turn, last.code, last.working_minutes), *periods]
    yield from pairwise(periods)
