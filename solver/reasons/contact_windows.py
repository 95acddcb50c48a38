"""Residents' windows that contacts could serve at most, whatever the roster: plain counts of one line at a time.

A shift serves the windows of which it may be half, a long one a day and an evening window at once. How many of them
a line can serve follows from how many such shifts it can work and from its paid hours (domain.md 3.6). No solver.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from solver.domain.employee import Employee, Resident
from solver.domain.residents import minutes_within, occasions
from solver.domain.scenario import Scenario
from solver.goals.resident_windows import can_add_up
from solver.reasons.balance import Balance
from solver.reasons.reach import Reach
from solver.rules.contact_choice import CONTACTS, Role, fixed_in, may_be

Start = tuple[int, str]
"""A day of the cycle and the code of a shift that starts on it."""


def contact_windows(scenario: Scenario, reaches: Sequence[Reach]) -> Iterator[Balance]:
    """One statement for residents who ask for the same, each: their windows, and what the best pair could serve."""
    alike: dict[object, list[Resident]] = defaultdict(list)
    for resident in scenario.residents:
        alike[resident.contacts, resident.windows, resident.fixed].append(resident)
    known: dict[object, dict[str, int]] = {}
    for residents in alike.values():
        resident = residents[0]
        if not any(True for _ in occasions(scenario, resident)):
            continue
        if resident.windows not in known:
            served = _served_by(scenario, resident)
            known[resident.windows] = {one.employee.id: most_windows(one, served) for one in reaches}
        yield _balance(scenario, residents, known[resident.windows])


def _balance(scenario: Scenario, residents: Sequence[Resident], most: Mapping[str, int]) -> Balance:
    resident = residents[0]
    required = sum(1 for _ in occasions(scenario, resident))
    first, second = ([one.id for one in scenario.employees if _has(scenario, resident, role, one)]
                     for role in CONTACTS)  # fmt: skip
    outside = 0 if scenario.cycle.wraps else _beyond(scenario, resident)
    alone = min(required, max((most[one] for one in {*first, *second}), default=0) + outside)
    pairs = (most[one] + most[other] + outside for one, other in product(first, second) if one != other)
    details = {
        "residents": [one.id for one in residents],
        "people": len({*first, *second}),
        "alone": alone,
    }
    return Balance("contacts", "windows", required, min(required, max([alone, *pairs])), details=details)


def _has(scenario: Scenario, resident: Resident, role: Role, employee: Employee) -> bool:
    """Whether the employee could be this contact: the one who is fixed, or anyone who may be."""
    fixed = fixed_in(resident, role)
    return employee.id in fixed if fixed else may_be(scenario, resident, role, employee)


def _served_by(scenario: Scenario, resident: Resident) -> Counter[Start]:
    """For each shift that starts on a day: of how many windows it is, or may be a part of, at least half."""
    found: Counter[Start] = Counter()
    for (start, end), day in occasions(scenario, resident):
        minutes = minutes_within(scenario, (start, end))
        together = can_add_up(minutes, end - start)
        for (offset, code), shared in minutes.items():
            place = scenario.cycle.wrapped(day + offset)
            if place is not None and (together or 2 * shared >= end - start):
                found[place, code] += 1
    return found


def _beyond(scenario: Scenario, resident: Resident) -> int:
    """Windows that shifts from outside a period with ends may serve: those of its first and its last day."""
    return sum(day in (0, scenario.cycle.days - 1) for _, day in occasions(scenario, resident))


def most_windows(reach: Reach, served: Counter[Start]) -> int:
    """How many windows one line can serve: by the shifts it can work, and by its paid time."""
    mine = {start: count for start, count in served.items() if start in reach.possible}
    if not mine:
        return 0
    by_day: dict[int, int] = defaultdict(int)
    for (day, _), count in mine.items():
        by_day[day] = max(by_day[day], count)
    by_shifts = sum(sorted(by_day.values(), reverse=True)[: reach.most_shifts(mine)])
    return min([by_shifts, *_by_time(reach, mine)])


def _by_time(reach: Reach, mine: dict[Start, int]) -> Sequence[int]:
    """What the paid time gives, if every minute served as many windows as a minute of any shift can."""
    limit, rates = reach.most_minutes, list[Fraction]()
    for (_, code), count in mine.items():
        paid = reach.shift(code).paid_minutes
        if limit is None or not paid:
            return ()
        rates.append(Fraction(count, paid))
    return (int((limit or 0) * max(rates)),)
