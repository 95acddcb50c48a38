"""Daily and weekly rest, by looking at every gap between two work periods."""

from collections.abc import Iterator

from .clock import DAY, OPEN, Data
from .findings import breach
from .lines import Line, Period

Gap = tuple[int, int]
Served = tuple[Gap | None, int]


def rests(periods: list[Period]) -> Iterator[tuple[Period, Period, int]]:
    """(period before, period after, minutes between) from one start of work to the next.

    The period before is the one that ended last. Periods that overlap are less than 0 apart: being in two places at
    once is no rest, not even where an agreement lets a rest be 0 minutes short.
    """
    latest = periods[0] if periods else None
    for period in periods[1:]:
        assert latest is not None
        yield latest, period, period.start - latest.end
        latest = max(latest, period, key=lambda either: either.end)


def counted(line: Line, before: Period, after: Period) -> bool:
    """Each rest of the cycle once: it belongs to the shift before it."""
    if line.unit.cyclic:
        return 0 <= before.day < line.unit.length
    return after.day >= 0


def daily_rest(line: Line) -> Iterator[Data]:
    """Every rest is long enough, or short as agreed and made good by the next one."""
    limit = line.unit.agreement["min_daily_rest_minutes"]
    if limit is None:
        return
    short = line.unit.agreement["short_daily_rest"]
    floor = limit if short is None else short["floor_minutes"]
    needed = limit
    for before, after, rest in rests(line.all_periods()):
        lowest = floor if needed == limit else needed
        if rest < lowest and counted(line, before, after):
            yield _daily(line, before, after, max(0, rest), lowest, "minutes")
        needed = 2 * limit - rest if floor <= rest < limit else limit
    if short is not None and short["max_per_week"] is not None:
        yield from _short_rests(line, (floor, limit), short["max_per_week"])


def _daily(line: Line, before: Period, after: Period, amount: int, limit: int, unit: str) -> Data:
    day = before.day if before.day >= 0 else after.day
    return breach("daily_rest", amount, limit, unit, employee=line.id, at=(line.unit, day))


def _short_rests(line: Line, short: tuple[int, int], most: int) -> Iterator[Data]:
    """Not more short rests in a week than agreed."""
    weeks: dict[int, list[tuple[Period, Period]]] = {}
    for before, after, rest in rests(line.all_periods()):
        if short[0] <= rest < short[1]:
            weeks.setdefault(before.day // 7, []).append((before, after))
    for found in weeks.values():
        before, after = found[-1]
        if len(found) > most and counted(line, before, after):
            yield _daily(line, before, after, len(found), most, "rests")


def gap_around(periods: list[Period], day: int) -> Gap | None:
    """The rest that holds this whole calendar day, or None when someone works in it."""
    first, last = day * DAY, (day + 1) * DAY
    if any(period.start < last and period.end > first for period in periods):
        return None
    start = max((period.end for period in periods if period.end <= first), default=-OPEN)
    return start, min((period.start for period in periods if period.start >= last), default=OPEN)


def size(gap: Gap | None) -> int:
    """Minutes of a rest; none is 0."""
    return 0 if gap is None else gap[1] - gap[0]


class WeeklyRest:
    """The limits of an agreement, and what a week's rest must be after the week before.

    `Served` is the rest of the week before and how many minutes of it are spoken for: no minute serves twice.
    """

    def __init__(self, line: Line) -> None:
        agreement = line.unit.agreement
        short = agreement["short_weekly_rest"]
        self.limit: int = agreement["min_weekly_rest_minutes"]
        self.floor: int = self.limit if short is None else short["floor_minutes"]

    def needed(self, before: Served, gap: Gap | None) -> int:
        """Minutes this week's rest must have: the limit beyond what the week before took of the same rest, or longer
        by what the week before lacked, or at least the floor."""
        previous, spoken_for = before
        if previous is not None and gap == previous:
            return spoken_for + self.limit
        short = previous is not None and self.floor <= size(previous) < self.limit
        return 2 * self.limit - size(previous) if short else self.floor

    def after(self, before: Served, gap: Gap | None) -> Served:
        """What this week leaves to the next."""
        return gap, max(self.needed(before, gap), min(size(gap), self.limit))

    def first(self, gap: Gap | None) -> Served:
        """A week of which nothing more is known than its rest."""
        return gap, min(size(gap), self.limit)


def weekly_rest(line: Line) -> Iterator[Data]:
    """One rest in each week: as placed in the roster, else placed anyhow."""
    if line.unit.agreement["min_weekly_rest_minutes"] is None or not line.all_periods():
        return
    periods = near(line)
    yield from _as_given(line, periods) if line.f1 else _as_possible(line, periods)


def near(line: Line) -> list[Period]:
    """The periods of the cycle and one repetition to either side."""
    edge = line.unit.length + 7
    return [period for period in line.all_periods() if -edge <= period.day < 2 * edge]


def _as_given(line: Line, periods: list[Period]) -> Iterator[Data]:
    rule = WeeklyRest(line)
    days = [
        day if isinstance(day, int) and day // 7 == week else None
        for week, day in enumerate([*line.f1, *[None] * line.unit.weeks][: line.unit.weeks])
    ]
    gaps = [None if day is None else gap_around(periods, day) for day in days]
    before: Served = (None, 0)
    if line.unit.cyclic and days[-1] is not None:
        before = rule.first(gap_around(periods, days[-1] - line.unit.length))
        for gap in gaps[:-1]:  # once around for what the last week has taken of its rest
            before = rule.after(before, gap)
        before = gap_around(periods, days[-1] - line.unit.length), rule.after(before, gaps[-1])[1]
    for day, week, gap in zip(days, range(line.unit.weeks), gaps, strict=True):
        needed = rule.needed(before, gap)
        if gap is None or size(gap) < needed:
            yield _weekly(line, 7 * week if day is None else day, size(gap), needed)
        before = rule.after(before, gap)


def _weekly(line: Line, day: int, amount: int, limit: int) -> Data:
    return breach("weekly_rest", amount, limit, "minutes", employee=line.id, at=(line.unit, day))


def candidates(periods: list[Period], week: int) -> set[Gap]:
    """The rests that hold a whole calendar day of this week."""
    gaps = {gap_around(periods, day) for day in range(7 * week, 7 * week + 7)}
    return {gap for gap in gaps if gap is not None}


def _as_possible(line: Line, periods: list[Period]) -> Iterator[Data]:
    """Weeks without any long enough rest; else the week at which every placement fails."""
    rule = WeeklyRest(line)
    choices = [candidates(periods, week) for week in range(line.unit.weeks)]
    hopeless = [
        (week, max(map(size, gaps), default=0))
        for week, gaps in enumerate(choices)
        if not gaps or max(map(size, gaps)) < rule.floor
    ]
    for week, longest in hopeless:
        yield _weekly(line, 7 * week, longest, rule.floor)
    if hopeless:
        return
    starts: list[Gap | None] = [None]
    if line.unit.cyclic:
        starts = list(candidates(periods, -1))
    if not any(_chain(line, rule, choices, start) for start in starts):
        week = line.unit.weeks - 1
        yield _weekly(line, 7 * week, max(map(size, choices[week])), 2 * rule.limit)


def _chain(line: Line, rule: WeeklyRest, choices: list[set[Gap]], start: Gap | None) -> bool:
    """Can every week get a rest when the week before the first one had `start`?"""
    if start is None:
        return bool(_through(rule, choices, (None, 0)))
    lap, before = line.unit.length * DAY, rule.first(start)
    while True:  # until the last week takes no more of its rest than the week before the first one did
        ends = [
            spoken
            for gap, spoken in _through(rule, choices, before)
            if gap == (start[0] + lap, start[1] + lap)
        ]
        if not ends or min(ends) <= before[1]:
            return bool(ends)
        before = start, min(ends)


def _through(rule: WeeklyRest, choices: list[set[Gap]], before: Served) -> set[Served]:
    """What the last week may leave, when each week has a rest that is long enough."""
    reached = {before}
    for gaps in choices:
        reached = {
            rule.after(earlier, gap)
            for gap in gaps
            for earlier in reached
            if size(gap) >= rule.needed(earlier, gap)
        }
    return reached
