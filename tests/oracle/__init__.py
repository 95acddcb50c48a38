"""An independent, brute-force reading of the contract, to hold the audit and the goals against.

It shares no code with `solver` and knows nothing of it: plain dicts in, plain dicts out.
"""

from collections.abc import Callable, Iterator

from . import contacts, cover, law, measures, pay, personal, rests, unit_rules
from .clock import Data, Number
from .defaults import with_defaults
from .lines import Line, read

__all__ = ["RULES", "check", "goals", "holes", "sums", "warnings", "with_defaults"]

LINE_RULES: dict[str, Callable[[Line], Iterator[Data]]] = {
    "shift_length": law.shift_length,
    "daily_rest": rests.daily_rest,
    "weekly_rest": rests.weekly_rest,
    "week_hours": law.week_hours,
    "average_week_hours": law.average_week_hours,
    "sunday": law.sunday,
    "long_shift_consent": law.long_shift_consent,
    "position": pay.position,
    "norm_ground": pay.norm_ground,
    "allowed_shifts": personal.allowed_shifts,
    "unavailable": personal.unavailable,
    "pinned": personal.pinned,
    "weekend_count": unit_rules.weekend_count,
    "weekends_apart": unit_rules.weekends_apart,
    "weekend_shape": unit_rules.weekend_shape,
    "free_weekend": unit_rules.free_weekend,
    "consecutive_days": unit_rules.consecutive_days,
    "consecutive_days_off": unit_rules.consecutive_days_off,
    "consecutive_nights": unit_rules.consecutive_nights,
    "consecutive_shifts": unit_rules.consecutive_shifts,
    "forbidden_sequence": unit_rules.forbidden_sequence,
    "shift_count": unit_rules.shift_count,
    "line_minutes": pay.line_minutes,
}
RULES = (*LINE_RULES, "demand_max", "budget", "shared_line", "contact_competence", "contact_load")
EVEN_UNUSED = ("position", "pinned")


def check(scenario: Data, roster: Data) -> list[Data]:
    """Every breach (and warning of norm_ground and of contacts) of a roster, in the contract's shape."""
    unit, lines = read(scenario, roster)
    found: list[Data] = []
    for line in lines:
        for name, rule in LINE_RULES.items():
            if not line.unused or name in EVEN_UNUSED:
                found += rule(line)
    return [
        *found,
        *cover.demand_max(unit, lines),
        *pay.budget(unit, lines),
        *personal.shared_line(lines),
        *contacts.contacts(unit, lines, roster),
    ]


def holes(scenario: Data, roster: Data) -> list[Data]:
    """Where a demand row's `min` is missed; `row` counts from 0."""
    return list(cover.find_holes(cover.Presence(*read(scenario, roster))))


def goals(scenario: Data, roster: Data, current: Data | None = None) -> dict[str, Number]:
    """The value of every goal."""
    unit, lines = read(scenario, roster)
    return measures.measure(unit, lines, current) | contacts.gaps(unit, lines, roster)


def sums(scenario: Data, roster: Data) -> dict[str, Data]:
    """Minutes, target and balance that each line should report."""
    return pay.sums(read(scenario, roster)[1])


def warnings(scenario: Data, roster: Data) -> list[Data]:
    """Tolerance under half the longest shift; hours beyond today's positions without a budget."""
    return list(pay.warnings(*read(scenario, roster)))
