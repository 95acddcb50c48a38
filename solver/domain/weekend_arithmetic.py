"""The weekend arithmetic: why short weekend shifts and few worked weekends make small positions.

Weekends are two of seven days, but a person on every third weekend gives few weekend hours. So the weekends
ask for more heads than there is work for, and the work is shared out in small positions. No search and no
roster is needed to see it: three numbers of a unit, and a weekend pattern. Every amount is in minutes, every
answer an exact fraction.

Source: domain.md 3.4, own calculation. With d the minutes of a weekday, r the weekend day's share of that, h
the minutes of a worked weekend, every f-th worked, and U the full-time week: FTE = (5 + 2r)d / U, heads =
2rdf / h, and the average position is the one over the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

WEEKDAYS, WEEKEND_DAYS = 5, 2
WEEKS_A_YEAR = 52
"""What a year is taken as where weekend hours a year are compared."""
Amount = int | Fraction


@dataclass(frozen=True)
class WeekendPattern:
    """What one person works of the weekends: `minutes` in a worked one, and `worked` weekends out of `of`.

    Two day shifts every third weekend are `WeekendPattern(2 * 450, 1, 3)`.
    """

    minutes: Amount
    worked: int
    of: int

    def __post_init__(self) -> None:
        if self.minutes <= 0 or not 0 < self.worked <= self.of:
            raise ValueError("a pattern has minutes, and at least one and at most every weekend worked")

    @property
    def every_nth(self) -> Fraction:
        """The f of "every f-th weekend"; 12/5 for five of twelve."""
        return Fraction(self.of, self.worked)

    @property
    def weekly_minutes(self) -> Fraction:
        """Weekend minutes a week on average."""
        return self.minutes / self.every_nth

    @property
    def yearly_minutes(self) -> Fraction:
        """Weekend minutes a year of 52 weeks."""
        return WEEKS_A_YEAR * self.weekly_minutes


@dataclass(frozen=True)
class WeekendArithmetic:
    """A unit before any roster: how much there is to do, and what full time is.

    Attributes
    ----------
    weekday_minutes
        Person-minutes of one weekday (d). Night work that has lines of its own is left out.
    weekend_share
        Person-minutes of one weekend day as a share of a weekday's (r): 1 is the same staffing, 0 none.
    weekly_minutes
        The full-time week (U), from the agreement: 2130 is 35.5 h.
    """

    weekday_minutes: Amount
    weekend_share: Amount
    weekly_minutes: Amount

    def __post_init__(self) -> None:
        if self.weekday_minutes <= 0 or self.weekly_minutes <= 0 or self.weekend_share < 0:
            raise ValueError("a unit has work on weekdays and a full-time week, and no negative weekends")

    @classmethod
    def of_minutes(
        cls, *, weekday_minutes: Amount, weekend_day_minutes: Amount, weekly_minutes: Amount
    ) -> WeekendArithmetic:
        """The same from the person-minutes of a weekday and of a weekend day."""
        return cls(weekday_minutes, Fraction(weekend_day_minutes) / weekday_minutes, weekly_minutes)

    @property
    def weekend_minutes(self) -> Fraction:
        """Person-minutes of one weekend, Saturday and Sunday together."""
        return Fraction(WEEKEND_DAYS * self.weekend_share * self.weekday_minutes)

    @property
    def fte_needed(self) -> Fraction:
        """Full-time equivalents that the whole week takes."""
        return (WEEKDAYS * self.weekday_minutes + self.weekend_minutes) / self.weekly_minutes

    def heads_needed(self, pattern: WeekendPattern) -> Fraction:
        """People that the weekends take when each works this pattern; a roster needs whole ones."""
        return self.weekend_minutes / pattern.weekly_minutes

    def average_position(self, pattern: WeekendPattern) -> Fraction:
        """The largest average position the weekends allow, as a share of full time; 1: they allow full time.

        It is also the share of the weekends that is covered when all the work is in full-time positions, and
        it does not depend on how large the unit is.
        """
        heads = self.heads_needed(pattern)
        return min(Fraction(1), self.fte_needed / heads) if heads else Fraction(1)

    def minutes_for_full_time(self, every_nth: Amount) -> Fraction:
        """Minutes each works in every `every_nth` weekend where all have full time: 2r / (5 + 2r) x U x f."""
        return self.weekend_minutes * every_nth / self.fte_needed
