"""Every rule there is, in the order in which reports list them: law, agreement, the unit's own."""

from __future__ import annotations

from collections.abc import Iterable

from solver.rules.allowed_shifts import AllowedShifts
from solver.rules.average_week_hours import AverageWeekHours
from solver.rules.base import Rule
from solver.rules.budget import Budget
from solver.rules.consecutive_days import ConsecutiveDays
from solver.rules.consecutive_days_off import ConsecutiveDaysOff
from solver.rules.consecutive_nights import ConsecutiveNights
from solver.rules.consecutive_shifts import ConsecutiveShifts
from solver.rules.contact_competence import ContactCompetence
from solver.rules.contact_load import ContactLoad
from solver.rules.daily_rest import DailyRest
from solver.rules.demand_max import DemandMax
from solver.rules.forbidden_sequence import ForbiddenSequence
from solver.rules.free_weekend import FreeWeekend
from solver.rules.line_minutes import LineMinutes
from solver.rules.long_shift_consent import LongShiftConsent
from solver.rules.norm_ground import NormGroundRule
from solver.rules.pinned import Pinned
from solver.rules.position import PositionRule
from solver.rules.shared_line import SharedLine
from solver.rules.shift_count import ShiftCount
from solver.rules.shift_length import ShiftLength
from solver.rules.sunday import Sunday
from solver.rules.unavailable import Unavailable
from solver.rules.week_hours import WeekHours
from solver.rules.weekend_count import WeekendCount
from solver.rules.weekend_shape import WeekendShape
from solver.rules.weekends_apart import WeekendsApart
from solver.rules.weekly_rest import WeeklyRest

RULES: tuple[Rule, ...] = (
    ShiftLength(),
    DailyRest(),
    WeeklyRest(),
    WeekHours(),
    AverageWeekHours(),
    Sunday(),
    LongShiftConsent(),
    PositionRule(),
    NormGroundRule(),
    AllowedShifts(),
    Unavailable(),
    Pinned(),
    WeekendCount(),
    WeekendsApart(),
    WeekendShape(),
    FreeWeekend(),
    ConsecutiveDays(),
    ConsecutiveDaysOff(),
    ConsecutiveNights(),
    ConsecutiveShifts(),
    ForbiddenSequence(),
    ShiftCount(),
    LineMinutes(),
    DemandMax(),
    Budget(),
    SharedLine(),
    ContactCompetence(),
    ContactLoad(),
)


def are_alike(rules: Iterable[Rule]) -> bool:
    """Whether lines that are alike in all but their ids are so to these rules: one that is not ours may name one."""
    return set(rules) <= set(RULES)
