"""A scenario as whole numbers and lists of them, which is what Timefold's Python can take over to Java.

Codes are numbers, 0 is free. What the contract can say and this cannot is refused, never left out in silence; only
contacts are (residents), which no rival chooses.
"""

from __future__ import annotations

from benchmarks.running import Data
from solver.domain.cycle import DAY_MINUTES, SUNDAY, WEEK_DAYS, WEEK_MINUTES, overlap
from solver.domain.demand import segments
from solver.domain.employee import Employee
from solver.domain.norm import sizes, tolerance_times_full
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules
from solver.goals.groups import groups
from solver.rules.base import starts
from solver.rules.registry import RULES
from solver.rules.sundays import zone_of

MANY = 10_000
"""no limit"""
SHAPES = ("any", "both", "both_or_long", "one_long", "long_and_short")
GOALS = ("unwanted_part_time", "small_positions", "part_time", "weekend_balance", "wishes", "strain")
WITHOUT = ("contact_gaps", "team_gaps")


class NotSaidError(Exception):
    """The scenario has something that this model of it cannot say."""


def facts(scenario: Scenario) -> Data:
    """Everything the search needs, as JSON can hold it."""
    _refuse(scenario)
    agreement, weeks = scenario.agreement, scenario.cycle.weeks
    number = {shift.code: place for place, shift in enumerate(scenario.shifts, start=1)}
    average = agreement.max_average_week_minutes
    return {
        "codes": ["", *number],
        "days": scenario.cycle.days,
        "weeks": weeks,
        "begin": [0, *(shift.span[0] for shift in scenario.shifts)],
        "until": [0, *(shift.span[1] for shift in scenario.shifts)],
        "paid": [0, *(shift.paid_minutes for shift in scenario.shifts)],
        "working": [0, *(shift.working_minutes for shift in scenario.shifts)],
        "night": [0, *(int(shift.kind == "night") for shift in scenario.shifts)],
        "long": [0, *(int(scenario.is_long(shift)) for shift in scenario.shifts)],
        "zone": _zone(scenario),
        "daily_rest": agreement.min_daily_rest_minutes or 0,
        "weekly_rest": agreement.min_weekly_rest_minutes or 0,
        "week_minutes": agreement.max_week_minutes or MANY,
        "average_minutes": average.minutes * average.weeks if average else MANY * weeks,
        "average_weeks": average.weeks if average else 1,
        "sundays_in_a_row": agreement.sunday.longest_row if agreement.sunday else MANY,
        "lines": [_line(scenario, one, number) for one in scenario.employees],
        "rows": _rows(scenario, number),
        "budget": scenario.budget_fte_hundredths or 0,
        "full": agreement.full_time_weekly_minutes * weeks,
        "groups": _groups(scenario),
        "goals": [step.id for steps in scenario.goal_stages for step in steps if step.id in GOALS],
    }


def _refuse(scenario: Scenario) -> None:
    agreement, cycle = scenario.agreement, scenario.cycle
    asked = {step.id for steps in scenario.goal_stages for step in steps}
    lacking = {
        "rotation": cycle.rotation != "individual",
        "shorter rests": agreement.short_daily_rest or agreement.short_weekly_rest,
        "norm tredelt": any(scenario.norm_of(one) != "fixed" for one in scenario.employees),
        "work elsewhere": any(one.elsewhere for one in scenario.employees),
        "goals": asked - {"cover", *GOALS, *WITHOUT},
        "sums of goals": any(len(steps) > 1 for steps in scenario.goal_stages),
        "full time of one's own": any(one.weekly_minutes for one in scenario.employees),
        "wishes for a shift": any(
            wish.want or not wish.shift for one in scenario.employees for wish in one.wishes
        ),
        "rules": [name for one in scenario.employees for name in _unsaid(scenario.rules_of(one))],
    }
    if found := [name for name, lacks in lacking.items() if lacks]:
        raise NotSaidError(", ".join(found))


def _unsaid(rules: UnitRules) -> list[str]:
    names = (
        "min_consecutive_days", "min_consecutive_days_off", "max_consecutive_days_off", "min_consecutive_shifts",
        "max_consecutive_shifts", "min_shifts", "max_minutes", "min_minutes",
    )  # fmt: skip
    return [name for name in names if (getattr(rules, name) or 1) != 1]


def _zone(scenario: Scenario) -> list[int]:
    """For each weekday and code whether it is Sunday work, and of which week: 1 this week's, 2 the week's before."""
    sunday = scenario.agreement.sunday
    found = []
    for dow in range(WEEK_DAYS):
        found.append(0)
        for shift in scenario.shifts:
            start, end = (dow * DAY_MINUTES + minute for minute in shift.span)
            own = sunday and overlap(start, end, *zone_of(sunday, 0))
            before = sunday and overlap(start, end, *(one - WEEK_MINUTES for one in zone_of(sunday, 0)))
            found.append(1 if own else 2 if before else 0)
    return found


def _line(scenario: Scenario, employee: Employee, number: dict[str, int]) -> Data:
    rules = scenario.rules_of(employee)
    off = [0] * (scenario.cycle.days * (len(number) + 1))
    for wish in employee.wishes:
        for day in wish.in_cycle(scenario.cycle):
            off[day * (len(number) + 1) + number[wish.shift or ""]] += wish.weight
    pinned = [scenario.pinned_code(employee, day) for day in range(scenario.cycle.days)]
    allowed = [
        [number[pin] if pin else 0] if pin is not None else [0, *(number[code] for code in codes)]
        for pin, codes in zip(pinned, starts(scenario, RULES, employee), strict=True)
    ]
    most = rules.max_shifts or {}
    return {
        "allowed": allowed,
        "sizes": sizes(scenario, employee),
        "tolerance": tolerance_times_full(scenario, employee) or MANY**3,
        "other": employee.other_minutes,
        "vacant": int(employee.vacant),
        "wanted": 0 if employee.vacant else employee.wanted_basis_points,
        "small_below": 0
        if _asks_less(employee, scenario.small_below(employee))
        else scenario.small_below(employee),
        "part_below": 0 if _asks_less(employee, 10_000) else 10_000,
        "most_weekends": MANY if employee.max_weekends is None else employee.max_weekends,
        "fewest_weekends": employee.min_weekends or 0,
        "most_days": rules.max_consecutive_days or MANY,
        "most_nights": rules.max_consecutive_nights or MANY,
        "apart": rules.min_weeks_between_weekends or 1,
        "shape": SHAPES.index(rules.weekend_shape or "any"),
        "free": _free(scenario, rules),
        "never": [[number[code] if code else 0 for code in one] for one in rules.forbidden_sequences or ()],
        "most_shifts": [MANY, *(most.get(code, MANY) for code in number)],
        "unwished": off,
    }


def _asks_less(employee: Employee, than: int) -> bool:
    return not employee.vacant and employee.wanted_basis_points < than


def _free(scenario: Scenario, rules: UnitRules) -> list[int]:
    """For each weekday and code: 1 where it reaches into the weekend of its week, 2 into that of the week before."""
    found = []
    for dow in range(WEEK_DAYS):
        found.append(0)
        for shift in scenario.shifts:
            reaches = 0
            if rules.free_weekend and dow < SUNDAY - 1:
                span = rules.free_weekend.from_minutes, rules.free_weekend.until_minutes
                start, end = span[0], span[1] if span[1] > span[0] else span[1] + WEEK_MINUTES
                first, last = (dow * DAY_MINUTES + minute for minute in shift.span)
                own = overlap(first, last, start, end)
                reaches = (
                    1 if own else 2 if overlap(first + WEEK_MINUTES, last + WEEK_MINUTES, start, end) else 0
                )
            found.append(reaches)
    return found


def _rows(scenario: Scenario, number: dict[str, int]) -> list[Data]:
    """Each stretch of each window: who counts, how many are needed and allowed, and which shifts run through it."""
    return [
        {
            "who": [int(scenario.counts_in(row, one)) for one in scenario.employees],
            "least": row.least,
            "most": MANY if row.max is None else row.max,
            "minutes": part.minutes,
            "day": day,
            "starts": [((day + offset) % scenario.cycle.days, number[code]) for offset, code in part.parts],
        }
        for row in scenario.demand
        for day in row.in_cycle(scenario.cycle)
        for part in segments(scenario, row, day)
    ]


def _groups(scenario: Scenario) -> list[list[int]]:
    place = {one.id: index for index, one in enumerate(scenario.employees)}
    alike = groups(scenario, lambda shift, day: day % WEEK_DAYS >= SUNDAY - 1)
    return [[place[one.id] for one in group] for group in alike]
