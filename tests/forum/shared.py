"""Small units that share lines, and every roster of them listed: the goals by counting, without any search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from solver.auditing import audit
from solver.domain.pool import Pool
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.files.pool import parse_pool
from solver.forum.pools.answer import answer
from solver.forum.pools.joining import joined
from solver.forum.pools.together import Pooled, rules_of
from solver.search.limits import Limits
from solver.search.outcome import Asked
from tests.forum.made import COARSE, DAYS, SHIFT, STEP

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GOALS = ["cover", "unwanted_part_time"]
Days = tuple[str, ...]


def person(name: str, size: int, wanted: int | None = None, **changes: Any) -> dict[str, Any]:
    """Somebody of a size that may grow to what she wants, in percent."""
    return {
        "id": name,
        "competence": "skilled",
        "position": {"current": size, "wanted": wanted or size},
    } | changes


def unit(
    name: str, people: Sequence[Mapping[str, Any]], needs: Mapping[str, int], **changes: Any
) -> dict[str, Any]:
    """A unit with day shifts on DAYS; `needs` are people by day, and one more may be there."""
    demand = [
        {"days": [day], "start": "08:00", "end": "15:06", "min": least, "max": least + 1}
        for day, least in needs.items()
    ]
    given = {
        "schema": "heltid.scenario/1", "id": name, "cycle": {"weeks": 1}, "agreement": COARSE,
        "competences": ["assistant", "skilled", "college"], "shifts": [SHIFT], "demand": demand,
        "employees": list(people), "goals": GOALS,
    }  # fmt: skip
    return {"id": name, "scenario": given | changes}


def pool(units: Sequence[Mapping[str, Any]], lines: Sequence[Mapping[str, Any]], **changes: Any) -> Pool:
    """Units with shared lines that may work in all of them unless told otherwise."""
    every = [one["id"] for one in units]
    shared = [{"units": every} | dict(line) for line in lines]
    return parse_pool(
        {"schema": "heltid.pool/1", "id": "to", "units": list(units), "lines": shared} | changes
    )


def solved(asked: Pool, way: str, work: float = 40.0, workers: int = 1) -> Pooled:
    """The answer that neither clock nor threads decide."""
    limits = Limits(300.0, work)
    return answer(asked, way, limits, Asked(workers, 1, None, lambda step: None))  # type: ignore[arg-type]


def values(found: Pooled) -> list[float]:
    return [goal.value for goal in found.goals]


def best_values(asked: Pool) -> list[float]:
    """The least of the goals in their order over every roster that breaks no rule."""
    whole = joined(asked)
    choices = [list(_plans(asked, whole, number)) for number in range(len(whole.employees))]
    best: list[float] = []
    for lines in product(*choices):
        now = _counted(whole, lines)
        if now is not None and (not best or now < best):
            best = now
    return best


def _plans(asked: Pool, whole: Scenario, number: int) -> Iterator[Line]:
    """Every line of one employee that breaks no rule by itself, with the size that its shifts come to."""
    employee = whole.employees[number]
    alone = whole.with_changes({"employees": (employee,), "demand": ()})
    codes = ("", *(employee.shifts or whole.shift_by_code))
    for chosen in product(codes, repeat=len(DAYS)):
        plan = dict(zip(DAYS, chosen, strict=True))
        days = tuple(plan.get(day, "") for day in NAMES)
        size = STEP * sum(map(bool, chosen))
        line = Line(employee=employee.id, position_basis_points=size, days=days)
        if not audit(alone, Roster(lines=(line,)), rules=rules_of(asked)).breaches:
            yield line


def _counted(whole: Scenario, lines: Sequence[Line]) -> list[float] | None:
    """Minutes uncovered, and percent that people want and do not get; None where too many are there."""
    missing = 0
    for row in whole.demand:
        day = NAMES.index(row.days[0]) if row.days else 0
        there = sum(line.days[day] in (row.shifts or ()) for line in lines)
        if row.max is not None and there > row.max:
            return None
        missing += max(0, row.least - there) * (row.span[1] - row.span[0])
    wanted = {one.id: one.wanted_basis_points for one in whole.employees}
    less = sum(max(0, wanted[line.employee] - (line.position_basis_points or 0)) for line in lines)
    return [missing, less / 100]
