"""Change the arrangement, then extend: more weekends or long shifts for those who have said yes to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from solver.domain.case import Arrangement, WantsMore
from solver.domain.employee import Employee
from solver.forum.base import Ask, Draft
from solver.forum.options.extend_several import share
from solver.forum.options.sharing import groups, in_unit
from solver.forum.today import Today


def drafts(today: Today) -> Iterator[Draft]:
    unit, points = today.leaving[0], today.sizes[today.leaving]
    for arrangement in today.case.arrangements:
        willing = [one for one in in_unit(today, unit) if says_yes(one.wish, arrangement)]
        for group in groups(today, willing, points):
            asked = share(today, unit, group, points)
            wishes = {one.employee.id: one.wish for one in group}
            yield Draft(
                "arrangement", tuple(one.person for one in group),
                (_arranged(asked, wishes, arrangement),), gone=(today.leaving,), mark=mark_of(arrangement),
            )  # fmt: skip


def mark_of(arrangement: Arrangement) -> str:
    """`weekends-5`, `long-shifts` or both."""
    weekends = [] if arrangement.weekends is None else [f"weekends-{arrangement.weekends}"]
    return "-".join([*weekends, *(["long-shifts"] if arrangement.long_shifts else [])])


def says_yes(wish: WantsMore, arrangement: Arrangement) -> bool:
    """Whether she has said yes to all that the arrangement asks for."""
    weekends = arrangement.weekends
    enough = weekends is None or (wish.max_weekends is not None and wish.max_weekends >= weekends)
    return enough and (not arrangement.long_shifts or wish.long_shifts)


def _arranged(asked: Ask, wishes: dict[str, WantsMore], arrangement: Arrangement) -> Ask:
    scenario = asked.scenario
    long = tuple(shift.code for shift in scenario.shifts if scenario.is_long(shift) and shift.kind != "night")
    people = tuple(
        _yes(one, arrangement, long, scenario.cycle.weeks) if one.id in wishes else one
        for one in scenario.employees
    )
    return replace(asked, scenario=scenario.with_changes({"employees": people}))


def _yes(employee: Employee, arrangement: Arrangement, long: tuple[str, ...], weeks: int) -> Employee:
    """The employee with the arrangement; weekends may then lie as close as so many of them must."""
    update: dict[str, object] = {}
    if arrangement.weekends is not None:
        closest = max(1, weeks // arrangement.weekends)
        update["max_weekends"] = arrangement.weekends
        update["rules"] = employee.rules.model_copy(update={"min_weeks_between_weekends": closest})
    if arrangement.long_shifts:
        codes = employee.shifts
        update["long_shifts"] = True
        update["shifts"] = codes if codes is None else (*codes, *(one for one in long if one not in codes))
    return employee.model_copy(update=update)
