"""A unit's scenario as an option asks for it: every size as it is today but for those the option is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.employee import Employee, FixedContacts, Position, Resident, Wish
from solver.domain.residents import contacts_by_resident
from solver.domain.roster import Contacts
from solver.domain.shift import Shift
from solver.domain.values import clock, number
from solver.domain.windows import Window
from solver.domain.work import WorkLine
from solver.forum.base import Ask
from solver.forum.today import Person, Today

GOALS: Final = ("cover", "small_positions", "part_time", "unwanted_part_time", "changes", "wishes", "strain")
"""The forum's order as far as it is one of rosters; cost and holes that are new are judged on what was found. After the
days of others come wishes, and among them that whoever is extended keeps the days she works."""
Range = tuple[int, int]


def ask(
    today: Today,
    unit: str,
    sizes: Mapping[str, Range],
    *,
    shared: Sequence[str] = (),
    shared_basis_points: int = 0,
    without: Sequence[str] = (),
    new: Sequence[Employee] = (),
) -> Ask:
    """A unit asked for these sizes (least and most, in basis points); the lines `without` are gone, `new` are there.

    The leaving line is always gone.
    """
    scenario = today.scenario(unit)
    gone = {*without, *(line for where, line in [today.leaving] if where == unit)}
    people = tuple(
        _sized(today, (unit, one.id), one, sizes.get(one.id))
        for one in scenario.employees
        if one.id not in gone and (one.id in sizes or today.sizes.get((unit, one.id)) or not one.vacant)
    )
    fixed = contacts_by_resident(today.roster(unit))
    asked = scenario.with_changes(
        {
            "employees": (*people, *new),
            "residents": tuple(_with_contacts(one, fixed.get(one.id), gone) for one in scenario.residents),
            "goals": GOALS,
            "small_position": today.case.thresholds.standing,
        }
    )
    free = frozenset({*sizes, *(one.id for one in new)})
    return Ask(unit, asked, free, tuple(shared), shared_basis_points)


def new_line(name: str, size: Range, like: Employee, **changes: object) -> Employee:
    """A line of this size that works as `like` does; a vacant one unless told otherwise."""
    given = position(least=size[0], most=size[1])
    fresh = {"id": name, "name": None, "vacant": True, "position": given, "wishes": (), "pinned": (),
             "unavailable": (), "elsewhere": (), "other_minutes": 0}  # fmt: skip
    return like.model_copy(update=fresh | changes)


def as_elsewhere(worked: Iterable[tuple[int, Shift]]) -> tuple[Window, ...]:
    """Shifts and the days they are worked on (from 0) as work in another unit, day by day."""
    return tuple(
        Window.model_validate(
            {
                "days": (DAY_NAMES[day % WEEK_DAYS],),
                "weeks": (day // WEEK_DAYS + 1,),
                "start": clock(shift.span[0]),
                "end": clock(shift.span[1]),
            }
        )
        for day, shift in worked
    )


def _sized(today: Today, person: Person, employee: Employee, size: Range | None) -> Employee:
    """The employee with the sizes she may have; whoever is not asked keeps hers."""
    held = today.sizes.get(person, 0)
    low, high = size or (held, held)
    wish = next((one.wish for one in today.candidates if one.person == person), None)
    wanted = max(wish.wanted_basis_points if wish else employee.wanted_basis_points, high)
    if employee.vacant:
        return employee.model_copy(update={"position": position(least=low, most=high)})
    sizes = position(current=held, wanted=wanted, least=low, most=high)
    wishes = (*employee.wishes, *_own_days(today.work(person))) if size else employee.wishes
    return employee.model_copy(update={"position": sizes, "wishes": wishes})


def _own_days(work: WorkLine) -> Iterator[Wish]:
    """A wish to keep each day that is worked today."""
    for day, shift in work.worked_days():
        place = {"days": (DAY_NAMES[day % WEEK_DAYS],), "weeks": (day // WEEK_DAYS + 1,)}
        yield Wish.model_validate(place | {"shift": shift.code})


def position(
    *,
    current: int | None = None,
    wanted: int | None = None,
    least: int | None = None,
    most: int | None = None,
) -> Position:
    """Sizes in basis points as a shape."""
    given = {"current": current, "wanted": wanted, "min": least, "max": most}
    return Position.model_validate({name: number(size) for name, size in given.items() if size is not None})


def _with_contacts(resident: Resident, around: Contacts | None, gone: set[str]) -> Resident:
    """The resident with the contacts she has today, but for those who leave."""
    if around is None:
        return resident
    primary, secondary = (None if one in gone else one for one in (around.primary, around.secondary))
    team = tuple(one for one in around.team if one not in gone)
    return resident.model_copy(
        update={"fixed": FixedContacts(primary=primary, secondary=secondary, team=team)}
    )
