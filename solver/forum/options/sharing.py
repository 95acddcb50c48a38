"""How hours can be shared among people: who together has room, and between which sizes each may end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from solver.domain.employee import FULL_BASIS_POINTS
from solver.forum.asking import Range
from solver.forum.today import Candidate, Today

MOST_TOGETHER = 3
"""More people than this are not tried together: the more who change, the less there is in it for each."""
MOST_GROUPS = 6


def in_unit(today: Today, unit: str, *, but: Sequence[Candidate] = ()) -> list[Candidate]:
    """Those who want more in a unit and have the competence the vacancy asks for."""
    return [one for one in today.candidates if one.wish.unit == unit and one.qualified and one not in but]


def step_of(today: Today, unit: str) -> int:
    return today.scenario(unit).agreement.position_step_basis_points


def least_of(today: Today, unit: str) -> int:
    """The least that anybody gets where hours are shared, in basis points."""
    return max(step_of(today, unit), today.case.least_extension_basis_points)


def groups(
    today: Today, candidates: Sequence[Candidate], points: int, least: int = 1
) -> Iterator[tuple[Candidate, ...]]:
    """Groups of people who have room for all the hours together and each get some; those who may give most first."""
    found = [
        group
        for size in range(least, MOST_TOGETHER + 1)
        for group in combinations(candidates, size)
        if sum(one.room for one in group) >= points and (size == 1 or _each_gets_some(today, group, points))
    ]
    found.sort(key=lambda group: best_sharing(today, group, points))
    yield from found[:MOST_GROUPS]


def _each_gets_some(today: Today, group: Sequence[Candidate], points: int) -> bool:
    least = least_of(today, group[0].wish.unit)
    return points >= least * len(group) and all(one.room >= least for one in group)


def ranges(today: Today, group: Sequence[Candidate], points: int) -> dict[str, Range]:
    """The sizes that each of a group may end with: at least the least extension, at most what is wanted."""
    if len(group) == 1:
        return {group[0].employee.id: (group[0].held + points, group[0].held + points)}
    least, room = least_of(today, group[0].wish.unit), sum(one.room for one in group)
    most = points - least * (len(group) - 1)
    return {
        one.employee.id: (one.held + max(least, points - room + one.room), one.held + min(one.room, most))
        for one in group
    }


def best_sharing(today: Today, group: Sequence[Candidate], points: int) -> tuple[int, int]:
    """As `fewest_small_most_full`, of a group that is given so many basis points."""
    lines = [
        (one.held, one.held + one.room, today.case.standing_below(one.employee.competence)) for one in group
    ]
    total = points + sum(one.held for one in group)
    return fewest_small_most_full(lines, total, step_of(today, group[0].wish.unit))


def fewest_small_most_full(lines: Sequence[tuple[int, int, int]], total: int, step: int) -> tuple[int, int]:
    """The fewest small and (negated) most full positions that lines can have together, by arithmetic alone.

    A line is its least and largest size and the size it should have, all in basis points; one that can never be that
    large is nobody's wish and is not counted. Where the sum cannot be met, nothing is small.
    """
    worth = {0: (0, 0)}
    for least, most, small in lines:
        ends: dict[int, tuple[int, int]] = {}
        for size in {least, *range(-(-least // step) * step, most + 1, step), most}:
            now = (int(size < small <= most), -int(size >= FULL_BASIS_POINTS))
            for given, (few, full) in worth.items():
                both = (few + now[0], full + now[1])
                ends[given + size] = min(ends.get(given + size, both), both)
        worth = {given: both for given, both in ends.items() if given <= total}
    return worth.get(total, (0, -len(lines)))
