"""Several units as one scenario: each row of demand counts its own unit's shifts, and a shared line may work them all.

What holds for a line then holds for the person over all units, as for any line: nothing of the law is written anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import Final

from solver.domain.cycle import DAY_MINUTES
from solver.domain.employee import ContactLimits, Employee
from solver.domain.pool import Pool, PoolLine
from solver.domain.scenario import Demand, GoalEntry, GoalStep, Scenario
from solver.domain.shift import Shift
from solver.forum.pools.codes import SIGN, joint, joint_employee, joint_rules, pinned, wished, without_codes

SUMMED: Final = (
    "cover", "below_wanted", "surplus", "unwanted_part_time", "small_positions", "part_time", "lines_used", "wishes",
    "strain",
)  # fmt: skip
"""Goals that are the same counted over all units or unit by unit. Spreads between people and goals about residents
are a unit's own."""
LONGEST_REST_DAYS: Final = 3


def joined(pool: Pool) -> Scenario:
    """The scenario of all units together, with codes and ids as in `codes`; the shared lines come last."""
    first = pool.units[0].scenario
    numbered = list(enumerate((unit.scenario for unit in pool.units), start=1))
    return first.with_changes(
        {
            "id": pool.id,
            "name": pool.name,
            "shifts": tuple(_shift(one, number) for number, unit in numbered for one in unit.shifts),
            "demand": tuple(row for number, unit in numbered for row in _demand(unit, number)),
            "employees": (
                *(joint_employee(unit, one, number) for number, unit in numbered for one in unit.employees),
                *(shared_employee(pool, line) for line in pool.lines),
            ),
            "residents": (),
            "contact_limits": ContactLimits(),
            "rules": without_codes(first.rules),
            "goals": goals_of(pool),
            "budget_fte_hundredths": pool.budget_fte_hundredths,
        }
    )


def goals_of(pool: Pool) -> tuple[GoalEntry, ...]:
    """The goals of all units together."""
    asked = pool.units[0].scenario.goals if pool.goals is None else pool.goals
    kept = tuple(one for one in asked if _is_summed(one))
    return kept or ("cover",)


def left_out(pool: Pool) -> tuple[str, ...]:
    """Goals of the first unit that are no goals of all units together."""
    asked = pool.units[0].scenario.goals if pool.goals is None else pool.goals
    return tuple(name for one in asked if not _is_summed(one) for name in _names(one))


def shared_employee(pool: Pool, line: PoolLine) -> Employee:
    """A shared line as an employee who works the shifts of all her units."""
    given, home = line.employee, pool.number_of[line.units[0]]
    rules = pool.units[home - 1].scenario.rules.with_own(pool.rules)
    asked = joint_rules(rules, home).with_own(given.rules)
    sequences = (*(asked.forbidden_sequences or ()), *travel_sequences(pool, line))
    return given.model_copy(
        update={
            "shifts": codes_of(pool, line),
            "pinned": tuple(pinned(given.pinned, lambda code: known_code(pool, line, code))),
            "wishes": tuple(wished(given.wishes, lambda code: known_code(pool, line, code))),
            "rules": asked.model_copy(update={"forbidden_sequences": sequences or None}),
        }
    )


def codes_of(pool: Pool, line: PoolLine) -> tuple[str, ...]:
    """The codes that a shared line may work, as they are among all units."""
    asked = line.employee.shifts
    return tuple(
        joint(code, pool.number_of[name])
        for name in line.units
        for code in pool.unit(name).scenario.shift_by_code
        if asked is None or code in asked or joint(code, pool.number_of[name]) in asked
    )


def known_code(pool: Pool, line: PoolLine, code: str) -> str:
    """A code of a shared line as it is among all units, where only one of her units has it."""
    if not code or SIGN in code:
        return code
    found = [name for name in line.units if code in pool.unit(name).scenario.shift_by_code]
    return joint(code, pool.number_of[found[0]]) if found else code


def travel_sequences(pool: Pool, line: PoolLine) -> Iterator[tuple[str, ...]]:
    """Codes in a row, of two units, that leave less than the daily rest when the journey is taken from it."""
    for one, other in permutations(line.units, 2):
        minutes = pool.travel_minutes(one, other)
        least = (pool.units[0].scenario.agreement.min_daily_rest_minutes or 0) + minutes
        for first in pool.unit(one).scenario.shifts if minutes else ():
            for second in pool.unit(other).scenario.shifts:
                for days in range(1, LONGEST_REST_DAYS):
                    rest = days * DAY_MINUTES + second.span[0] - first.span[1]
                    if rest < least:
                        codes = (
                            joint(first.code, pool.number_of[one]),
                            joint(second.code, pool.number_of[other]),
                        )
                        yield codes[0], *("",) * (days - 1), codes[1]


def _shift(shift: Shift, number: int) -> Shift:
    return shift.model_copy(update={"code": joint(shift.code, number)})


def _demand(unit: Scenario, number: int) -> Iterator[Demand]:
    for row in unit.demand:
        codes = row.shifts if row.shifts is not None else tuple(unit.shift_by_code)
        yield row.model_copy(update={"shifts": tuple(joint(code, number) for code in codes)})


def _names(entry: GoalEntry) -> Iterable[str]:
    parts = entry if isinstance(entry, tuple) else (entry,)
    return tuple(part.id if isinstance(part, GoalStep) else part for part in parts)


def _is_summed(entry: GoalEntry) -> bool:
    return all(name in SUMMED for name in _names(entry))
