"""Every way to share a vacancy's hours in one small unit, listed: the forum's order by counting, without any search."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from solver.auditing import audit
from solver.domain.case import Case
from solver.domain.employee import Employee
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from tests.builders import tuples
from tests.forum.made import DAYS, STEP

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLACES = [NAMES.index(day) for day in DAYS]
Plan = tuple[bool, ...]
"""Whether each of `DAYS` is worked."""
Key = tuple[int, int, int]


def best_key(asked: Case) -> Key | None:
    """Fewest small positions, most full (negated), fewest changed days of others; None where every way opens a hole."""
    return min(_keys(asked), default=None)


def _keys(asked: Case) -> Iterator[Key]:
    place, leaving = asked.units[0], asked.vacancy.line
    lines = {line.employee: _plan(line.days) for line in place.roster.lines}
    people = [one for one in place.scenario.employees if one.id != leaving]
    needed = place.scenario.demand
    for plans in product(*(_legal(place.scenario, one) for one in people)):
        chosen = dict(zip((one.id for one in people), plans, strict=True))
        sizes = {name: STEP * sum(plan) for name, plan in chosen.items()}
        if not all(_may_have(asked, one, sizes[one.id], STEP * sum(lines[one.id])) for one in people):
            continue
        rest = STEP * sum(map(sum, lines.values())) - sum(sizes.values())
        if rest < 0:
            continue
        for more in _legal_of_leaving(place.scenario, leaving):
            if STEP * sum(more) == rest and _is_met(needed, [*chosen.values(), more], list(lines.values())):
                yield _key(asked, chosen, rest, lines)


def _plan(days: tuple[str, ...]) -> Plan:
    return tuple(bool(days[place]) for place in PLACES)


def _may_have(asked: Case, one: Employee, size: int, held: int) -> bool:
    wish = next((wish for wish in asked.wants_more if wish.employee == one.id), None)
    if size == held:
        return True
    return (
        wish is not None and one.competence != "assistant" and held < size <= wish.wanted_basis_points / 100
    )


def _legal(scenario: Scenario, one: Employee) -> list[Plan]:
    return _allowed(scenario.model_dump_json(by_alias=True, exclude_defaults=True), one.id)


def _legal_of_leaving(scenario: Scenario, leaving: str) -> list[Plan]:
    return [
        (False,) * len(DAYS),
        *(plan for plan in _legal(scenario, scenario.employee_by_id[leaving]) if any(plan)),
    ]


@cache
def _allowed(text: str, name: str) -> list[Plan]:
    """The plans of one line that break no rule of its own, whatever its size."""
    scenario = Scenario.model_validate_json(text)
    one = scenario.employee_by_id[name]
    free = one.model_copy(update={"position": type(one.position).model_validate({"min": 0, "max": 100})})
    alone = scenario.with_changes({"employees": (free,), "demand": ()})
    return [plan for plan in product((False, True), repeat=len(DAYS)) if not _breaches(alone, name, plan)]


def _breaches(alone: Scenario, name: str, plan: Plan) -> bool:
    days = ["D" if day in DAYS and plan[DAYS.index(day)] else "" for day in NAMES]
    row = {"employee": name, "days": days, "position": STEP * sum(plan)}
    return bool(audit(alone, Roster.model_validate(tuples({"lines": [row]}))).breaches)


def _is_met(needed: object, plans: list[Plan], today: list[Plan]) -> bool:
    """Whether nothing is missing that is there today, and nobody is too many."""
    for row in needed:  # type: ignore[attr-defined]
        for place, day in enumerate(DAYS):
            if row.days is not None and day not in row.days:
                continue
            there, was = sum(plan[place] for plan in plans), sum(plan[place] for plan in today)
            if there < min(row.least, was) or (row.max is not None and there > row.max):
                return False
    return True


def _key(asked: Case, chosen: dict[str, Plan], rest: int, before: dict[str, Plan]) -> Key:
    small = int(0 < rest < asked.thresholds.advertised_basis_points / 100)
    full, changed = int(rest >= 100), 0
    for one in asked.units[0].scenario.employees:
        if one.id not in chosen:
            continue
        size, held = STEP * sum(chosen[one.id]), STEP * sum(before[one.id])
        wish = next(
            (wish.wanted_basis_points / 100 for wish in asked.wants_more if wish.employee == one.id), held
        )
        small += 0 < size < 65 <= max(wish, size)
        full += size >= 100
        if size == held:
            changed += sum(old != new for old, new in zip(before[one.id], chosen[one.id], strict=True))
    return small, -full, changed
