"""The weekly rest, aml § 10-8 (2) and (3): F1.

In every week one continuous rest of at least the limit with a whole calendar day of that week in it. One rest serves
one week; it serves two only if it is twice the limit. After an agreed shorter rest the next week's is longer.
"""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.cycle import DAY_MINUTES, WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Bool, Card, Linear, Model, Rule
from solver.rules.blocks import Block, blocks_between
from solver.rules.rest_days import Missing, placed

LAW = "aml § 10-8 (2)"


class WeeklyRest(Rule):
    """The model chooses one F1 day a week; the audit checks the days given, or looks for days that hold."""

    card = Card(
        id="weekly_rest",
        level="law",
        name="Ukentlig fritid (F1)",
        sentence="Hver uke har én sammenhengende fritid på minst 35 timer med et helt døgn fri i den uken; er kortere "
        "fritid avtalt, blir neste ukes like mye lengre.",
        law=LAW,
        link="https://lovdata.no/lov/2005-06-17-62/§10-8",
        parameters=(
            ("agreement.min_weekly_rest_minutes", "minutes"),
            ("agreement.short_weekly_rest.floor_minutes", "minutes"),
        ),
    )

    def enforce(self, model: Model) -> None:
        limit = model.scenario.agreement.min_weekly_rest_minutes
        if limit is None:
            return
        for employee in model.lines:
            _WeeklyRestOfLine(model, employee, limit).enforce()

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        agreement = line.scenario.agreement
        limit = agreement.min_weekly_rest_minutes
        if limit is None or (line.is_zero and line.is_unused):
            return
        floor = agreement.least_weekly_rest_minutes
        law = agreement.law("min_weekly_rest_minutes", LAW)
        for week in placed(line, line.given.f1 if line.given else ()).missing:
            least, detail = _why(week, limit, floor)
            yield self.found(
                line,
                law=law,
                week=week.week + 1,
                amount=week.longest,
                unit="minutes",
                limit=least,
                detail=detail,
            )


def _why(week: Missing, limit: int, floor: int) -> tuple[int, str | None]:
    """The limit that a week's longest rest does not keep, and what it is a limit of."""
    if week.longest < floor:
        return floor, None
    if week.lacking and week.longest < limit + week.lacking:
        return limit + week.lacking, "made_good"
    if week.in_two_weeks or week.longest >= limit:
        return 2 * limit, "already_used"
    return limit, "made_good"


class _WeeklyRestOfLine:
    """The weekly rest of one line in the model."""

    def __init__(self, model: Model, employee: Employee, limit: int) -> None:
        self.model, self.employee, self.limit = model, employee, limit
        self.floor = model.scenario.agreement.least_weekly_rest_minutes
        self.longest = 3 * limit - self.floor  # what two weeks and a shorter rest before them ask of one rest
        self.reach = self.longest // DAY_MINUTES + 1
        self.free = {
            day: model.boolean(f"weekly_rest.{employee.id}.{day}") for day in range(model.cycle.days)
        }
        self.lacking: dict[int, Linear] = {
            week: model.integer(0, limit - self.floor, f"weekly_rest.{employee.id}.lacking{week}")
            for week in range(model.cycle.weeks if self.floor < limit else 0)
        }

    def enforce(self) -> None:
        for week in range(self.model.cycle.weeks):
            days = range(week * WEEK_DAYS, (week + 1) * WEEK_DAYS)
            self.model.add(sum(self.free[day] for day in days) == 1, self._name(days.start, "one"))
            for day in days:
                self._whole_day(day)
                self._long_enough(day, week)
            self._shared(week)

    def _whole_day(self, day: int) -> None:
        """No working minute on the calendar day."""
        midnight = day * DAY_MINUTES
        name = self._name(day, "free")
        self.model.forbid(self.free[day], self.model.on(self.employee, day), name=name)
        for block in blocks_between(self.model, self.employee, day - 2, day):
            if block.end > midnight and (block.day < day or block.fixed):
                self.model.forbid(self.free[day], block.literal, name=name)

    def _long_enough(self, day: int, week: int) -> None:
        for before, after, rest in self._around(day, day, 2 * self.limit - self.floor):
            chosen = (self.free[day], before.literal, after.literal)
            if rest < self.floor:
                self.model.forbid(*chosen, name=self._name(day, "long"))
            elif self.lacking:
                self._made_good(week, rest, chosen)

    def _made_good(self, week: int, rest: int, chosen: tuple[Bool, ...]) -> None:
        """Where all of `chosen` hold, the week lacks what `rest` is short of, and the week before lacked no more than
        this rest has to spare.
        """
        if rest < self.limit:
            off = len(chosen) - sum(chosen)
            name = self._name(week * WEEK_DAYS, "lacking")
            self.model.add(self.lacking[week] >= (self.limit - rest) * (1 - off), name)
        self._spare(week, max(0, rest - self.limit), chosen)

    def _shared(self, week: int) -> None:
        """Where the days of two weeks lie in one rest, it serves both only if it is twice the limit, and longer still
        where the week before them lacked something.
        """
        if self.model.cycle.weeks == 1:
            return
        monday = (week + 1) * WEEK_DAYS
        for first in range(monday - WEEK_DAYS, monday):
            for last in range(monday, monday + WEEK_DAYS):
                later = self.model.cycle.wrapped(last)
                if later is None or (last - first + 1) * DAY_MINUTES >= self.longest:
                    break
                self._shared_by(week, first, last, self.free[later])

    def _shared_by(self, week: int, first: int, last: int, later: Bool) -> None:
        """The same for two of their days: with no work between these, they lie in one rest."""
        between = range(first + 1, last)
        if any(one.fixed for one in blocks_between(self.model, self.employee, first + 1, last - 1)):
            return
        off = [self.model.negated(self.model.on(self.employee, day)) for day in between]
        for before, after, rest in self._around(first, last, self.longest):
            chosen = (self.free[first], later, before.literal, after.literal, *off)
            if rest < 2 * self.limit:
                self.model.forbid(*chosen, name=self._name(first, "shared"))
            elif self.lacking:
                self._spare(week, rest - 2 * self.limit, chosen)

    def _spare(self, week: int, spare: int, chosen: tuple[Bool, ...]) -> None:
        """Where all of `chosen` hold, the week before lacked no more than this rest has to spare."""
        before, most = self._week_before(week), self.limit - self.floor
        if before is not None and spare < most:
            off = len(chosen) - sum(chosen)
            name = self._name(week * WEEK_DAYS, "spare")
            self.model.add(self.lacking[before] <= spare + (most - spare) * off, name)

    def _around(self, first: int, last: int, less_than: int) -> Iterator[tuple[Block, Block, int]]:
        """Each pair of blocks before and after the free days `first` to `last` with a rest between them that is
        shorter than `less_than`, and that rest.
        """
        start, end = first * DAY_MINUTES, (last + 1) * DAY_MINUTES
        befores = blocks_between(self.model, self.employee, first - self.reach, first - 1)
        afters = blocks_between(self.model, self.employee, last + 1, last + self.reach)
        for before in befores:
            for after in afters:
                if before.end <= start and after.start >= end and after.start - before.end < less_than:
                    yield before, after, after.start - before.end

    def _week_before(self, week: int) -> int | None:
        if week == 0 and not self.model.cycle.wraps:
            return None
        return (week - 1) % self.model.cycle.weeks

    def _name(self, day: int, what: str) -> str:
        return f"weekly_rest.{self.employee.id}.{day}.{what}"
