"""Split: people in the unit take some of the hours, and only the rest is advertised; the search chooses how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from solver.forum.asking import Range, ask, new_line
from solver.forum.base import Draft
from solver.forum.options.sharing import (
    MOST_GROUPS,
    MOST_TOGETHER,
    fewest_small_most_full,
    in_unit,
    least_of,
    step_of,
)
from solver.forum.today import Candidate, Today

REST = "REST"


def drafts(today: Today) -> Iterator[Draft]:
    people = in_unit(today, today.leaving[0])
    groups = [group for size in range(1, MOST_TOGETHER + 1) for group in combinations(people, size)]
    possible = [(group, sizes) for group in groups if (sizes := _ranges(today, group))]
    possible.sort(key=lambda one: _best(today, *one))
    for group, sizes in possible[:MOST_GROUPS]:
        yield _draft(today, group, sizes)


def _ranges(today: Today, group: Sequence[Candidate]) -> dict[str, Range] | None:
    """The sizes that each of the group and the rest may have; None where there is not enough for everyone."""
    least, points = least_of(today, today.leaving[0]), today.sizes[today.leaving]
    most = points - least * len(group)
    if most < least or any(one.room < least for one in group):
        return None
    sizes = {one.employee.id: (one.held + least, one.held + min(one.room, most)) for one in group}
    return sizes | {REST: (max(least, points - sum(one.room for one in group)), most)}


def _best(today: Today, group: Sequence[Candidate], sizes: dict[str, Range]) -> tuple[int, int]:
    """As `fewest_small_most_full`, with the rest held to what may be advertised."""
    below = {one.employee.id: today.case.standing_below(one.employee.competence) for one in group}
    below[REST] = today.case.thresholds.advertised_basis_points
    lines = [(least, most, below[name]) for name, (least, most) in sizes.items()]
    return fewest_small_most_full(lines, _total(today, group), step_of(today, today.leaving[0]))


def _total(today: Today, group: Sequence[Candidate]) -> int:
    return today.sizes[today.leaving] + sum(one.held for one in group)


def _draft(today: Today, group: Sequence[Candidate], sizes: dict[str, Range]) -> Draft:
    unit, rest = today.leaving[0], sizes[REST]
    leaving = today.work(today.leaving).employee
    line = new_line(REST, rest, leaving, competence=today.case.vacancy.competence)
    asked = ask(
        today, unit, {name: size for name, size in sizes.items() if name != REST},
        shared=tuple(sizes), shared_basis_points=_total(today, group), new=(line,),
    )  # fmt: skip
    return Draft(
        "split",
        tuple(one.person for one in group),
        (asked,),
        advertised=((unit, REST),),
        gone=(today.leaving,),
    )
