"""One line's rules for Timefold, as counts of what is broken; plain lists and loops, which Java can take over."""

from __future__ import annotations

from line import Line  # type: ignore[import-not-found]
from weekends import weekends_amiss  # type: ignore[import-not-found]

DAY, WEEK = 1440, 7


def size_of(line: Line, paid: int) -> tuple[int, int]:
    """The largest position that fits the paid minutes, and 0; or the nearest, and hours too many or too few."""
    best = 0
    fits = False
    nearest = -1
    for size in line.sizes:
        apart = paid * 10000 - size * line.full
        if apart < 0:
            apart = -apart
        if apart <= line.tolerance and (size > 0 or paid == 0):
            best, fits = size, True
        elif not fits and (nearest < 0 or apart < nearest):
            best, nearest = size, apart
    if fits:
        return best, 0
    return best, 1 + (nearest - line.tolerance) // 600000


def broken(line: Line, days: list[int], weekends: int) -> int:
    """How far the line breaks its rules, each in its own count."""
    bad: int = max(0, weekends - line.most_weekends) + max(0, line.fewest_weekends - weekends)
    bad += _runs(line, days)
    bad += _rests(line, days)
    bad += _weeks(line, days)
    bad += weekends_amiss(line, days)
    return bad


def _runs(line: Line, days: list[int]) -> int:
    bad = 0
    work = 0
    nights = 0
    reach = min(line.most_days, line.days)
    for place in range(line.days + reach):
        code = days[place % line.days]
        work = work + 1 if code > 0 else 0
        nights = nights + 1 if line.night[code] == 1 else 0
        if place >= reach and work > line.most_days:
            bad += 1
        if place >= reach and nights > line.most_nights:
            bad += 1
    bad += _counts(line, days)
    return bad


def _counts(line: Line, days: list[int]) -> int:
    """Shifts of a code too many, and sequences nobody has."""
    bad = 0
    counts = [0] * line.codes
    for place in range(line.days):
        counts[days[place]] += 1
        for sequence in line.never:
            same = True
            for offset in range(len(sequence)):
                if days[(place + offset) % line.days] != sequence[offset]:
                    same = False
            if same:
                bad += 1
    for code in range(1, line.codes):
        bad += max(0, counts[code] - line.most_shifts[code])
    return bad


def _rests(line: Line, days: list[int]) -> int:
    """Rests between shifts, and one long enough in each week with a whole day of that week in it."""
    weeks = line.days // WEEK
    rests = Rests(weeks)
    bad = 0
    last = -1
    for place in range(line.days * 2):
        code = days[place % line.days]
        if code > 0:
            begin = place * DAY + line.begin[code]
            if last >= 0 and begin - last < line.daily_rest and place >= line.days:
                bad += 1
            if last >= 0 and begin - last >= line.weekly_rest:
                _note_rest(line, rests, last, begin)
            last = place * DAY + line.until[code]
    if last < 0:
        return 0
    for week in range(weeks):
        if rests.longest[week] == 0 or (weeks > 1 and _share_one(line, rests, week, (week + 1) % weeks)):
            bad += 1
    return bad


class Rests:
    """For each week its longest rest, when that ends, and whether there is another."""

    def __init__(self, weeks: int) -> None:
        self.longest = [0] * weeks
        self.ends = [-1] * weeks
        self.others = [0] * weeks


def _note_rest(line: Line, rests: Rests, last: int, begin: int) -> None:
    """A rest counts in each week in which it has a whole day."""
    weeks = line.days // WEEK
    end = begin % (line.days * DAY)
    for day in range((last + DAY - 1) // DAY, begin // DAY):
        week = day // WEEK % weeks
        if rests.ends[week] >= 0 and rests.ends[week] != end:
            rests.others[week] = 1
        if rests.longest[week] < begin - last:
            rests.longest[week] = begin - last
            rests.ends[week] = end


def _share_one(line: Line, rests: Rests, week: int, later: int) -> bool:
    """Two weeks with one rest between them that is not long enough for both."""
    if rests.ends[week] != rests.ends[later] or rests.longest[week] >= 2 * line.weekly_rest:
        return False
    return rests.others[week] == 0 and rests.others[later] == 0


def _weeks(line: Line, days: list[int]) -> int:
    """Hours in each week and in each run of weeks, in hours too many."""
    weeks = line.days // WEEK
    minutes = [0] * weeks
    for place in range(line.days):
        minutes[place // WEEK] += line.working[days[place]]
    bad = 0
    for week in range(weeks):
        if minutes[week] > line.week_minutes:
            bad += 1 + (minutes[week] - line.week_minutes) // 60
        total = 0
        for offset in range(line.average_weeks):
            total += minutes[(week + offset) % weeks]
        if total > line.average_minutes:
            bad += 1 + (total - line.average_minutes) // 60
    return bad


def strain(line: Line, days: list[int]) -> int:
    """Rests under 13 hours, single free days, and working days from the fifth in a row."""
    events = 0
    run = 0
    for place in range(line.days + min(10, line.days)):
        code = days[place % line.days]
        run = run + 1 if code > 0 else 0
        if place < min(10, line.days):
            continue
        before = days[(place - 1) % line.days]
        if code > 0 and before > 0 and DAY + line.begin[code] - line.until[before] < 780:
            events += 1
        if code > 0 and run >= 5:
            events += 1
        if code == 0 and before > 0 and days[(place + 1) % line.days] > 0:
            events += 1
    return events
