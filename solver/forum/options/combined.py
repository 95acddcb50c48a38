"""Combine: somebody from another unit keeps her line there and gets one here as well, the law held over both.

One from another unit takes all she has room for; besides, two at once, and smaller second lines where a size the forum
looks at (a threshold, full time) is reached by somebody. Others here share what is left, or it is advertised.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.values import number
from solver.forum.asking import as_elsewhere, ask, new_line, position
from solver.forum.base import Draft, Second
from solver.forum.options.sharing import best_sharing, groups, in_unit, least_of, ranges, step_of
from solver.forum.today import Candidate, Person, Today

REST = "REST"
MOST_SECONDS = 2
"""So many from other units at most get a second line in one option."""
MOST_MORE = 4
"""Of two at once and of smaller second lines, those that by their sizes come first in the forum's order."""
Shares = tuple[tuple[Candidate, int], ...]
"""Those from other units, each with the size of her second line in basis points."""
Group = Sequence[Candidate]


def drafts(today: Today) -> Iterator[Draft]:
    if today.case.most_units < 2:
        return
    points, here = today.sizes[today.leaving], in_unit(today, today.leaving[0])
    able = [one for one in today.candidates if one.qualified and one.travel and not one.here and one.held]
    for one in able:
        shares: Shares = ((one, min(one.room, points)),)
        for group in _groups(today, here, points - shares[0][1]):
            yield _draft(today, shares, group)
    more = [
        (shares, group)
        for size in range(1, MOST_SECONDS + 1)
        for several in combinations(able, size)
        for shares in _shares(today, several, [*several, *here], points)
        for group in _groups(today, here, points - sum(size for _, size in shares))
        if len(shares) > 1 or shares[0][1] < min(shares[0][0].room, points)
    ]
    for shares, group in sorted(more, key=lambda one: _worth(today, *one))[:MOST_MORE]:
        yield _draft(today, shares, group)


def _groups(today: Today, here: Sequence[Candidate], left: int) -> list[Group]:
    """Those here who may share what is left; nobody where nothing is, or where nobody has room for it."""
    found: list[Group] = list(groups(today, here, left)) if left else []
    return found or [()]


def _shares(
    today: Today, several: Sequence[Candidate], everyone: Sequence[Candidate], points: int
) -> Iterator[Shares]:
    """Sizes of second lines at which they, or somebody else with what is left, reach a size that is looked at."""
    needs = {need for one in everyone for need in _needs(today, one)}
    step, least = step_of(today, today.leaving[0]), least_of(today, today.leaving[0])
    sizes = [
        sorted(
            {
                size
                for asked in (one.room, *needs, *(points - need for need in needs))
                if least <= (size := min(-(-asked // step) * step, one.room, points))
            }
        )
        for one in several
    ]
    for chosen in product(*sizes):
        if sum(chosen) <= points:
            yield tuple(zip(several, chosen, strict=True))


def _needs(today: Today, one: Candidate) -> Iterator[int]:
    """How much more brings her to a size that is looked at."""
    for size in (today.case.standing_below(one.employee.competence), FULL_BASIS_POINTS, one.held + one.room):
        if size > one.held:
            yield size - one.held


def _worth(today: Today, shares: Shares, group: Group) -> tuple[int, int, int]:
    """Small and (negated) full positions by arithmetic, and how many people it is about."""
    left = today.sizes[today.leaving] - sum(size for _, size in shares)
    small, full = best_sharing(today, group, left) if group else (0, 0)
    if left and not group:
        small, full = (
            int(left < today.case.thresholds.advertised_basis_points),
            -int(left >= FULL_BASIS_POINTS),
        )
    for one, size in shares:
        below, total = today.case.standing_below(one.employee.competence), one.held + size
        small += total < below <= one.held + one.room
        full -= total >= FULL_BASIS_POINTS
    others = [
        one for one in today.candidates if one not in group and all(one is not other for other, _ in shares)
    ]
    small += sum(
        one.held < today.case.standing_below(one.employee.competence) <= one.held + one.room for one in others
    )
    return small, full, len(shares) + len(group)


def _draft(today: Today, shares: Shares, group: Group) -> Draft:
    unit, left = today.leaving[0], today.sizes[today.leaving] - sum(size for _, size in shares)
    new: list[Employee] = [second_line(today, one, size) for one, size in shares]
    seconds = tuple(
        Second(unit, line.id, one.person, one.travel.travel_minutes if one.travel else 0)
        for line, (one, _) in zip(new, shares, strict=True)
    )
    sizes: Mapping[str, tuple[int, int]] = ranges(today, group, left) if group else {}
    advertised: tuple[Person, ...] = ()
    if left and not group:
        leaving = today.work(today.leaving).employee
        new.append(new_line(REST, (left, left), leaving, competence=today.case.vacancy.competence))
        advertised = ((unit, REST),)
    names = [other.employee.id for other in group]
    total = left + sum(other.held for other in group) if group else 0
    asked = ask(today, unit, sizes, shared=names, shared_basis_points=total, new=new)
    people = (*(one.person for one, _ in shares), *(other.person for other in group))
    return Draft(
        "combined", people, (asked,), seconds=seconds, advertised=advertised, gone=(today.leaving,),
        mark=_mark(today, shares),
    )  # fmt: skip


def _mark(today: Today, shares: Shares) -> str:
    """The sizes in percent; nothing where one takes all she has room for."""
    points = today.sizes[today.leaving]
    if len(shares) == 1 and shares[0][1] == min(shares[0][0].room, points):
        return ""
    return "-".join(str(number(size)) for _, size in shares)


def second_line(today: Today, one: Candidate, size: int) -> Employee:
    """Her line in the unit with the vacancy: of this size, beside the shifts she has where she works today."""
    work, weekends = today.work(one.person), one.employee.max_weekends
    worked = sum(work.weekend_is_worked(week) for week in range(work.cycle.weeks))
    return one.employee.model_copy(
        update={
            "id": f"{one.employee.id}@{one.wish.unit}",
            "position": position(current=size, wanted=size, least=size, most=size),
            "elsewhere": (*one.employee.elsewhere, *as_elsewhere(work.worked_days())),
            "max_weekends": None if weekends is None else max(0, weekends - worked),
            "min_weekends": None, "shifts": None, "groups": (), "pinned": (), "wishes": (), "other_minutes": 0,
        }
    )  # fmt: skip
