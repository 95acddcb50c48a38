"""What to advertise, and when: the design now, and again each time somebody leaves.

Whoever stays keeps at least what the design before gave her, and lines that were advertised then are there afterwards:
what is decided is not taken back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.forum.asking import position
from solver.forum.design.designing import Design, Seat, design
from solver.goals.positions import positions
from solver.search.limits import Limits
from solver.search.outcome import Asked


@dataclass(frozen=True)
class Leaving:
    """Somebody who leaves, and her last day's following day."""

    employee: str
    when: date


@dataclass(frozen=True)
class Step:
    """A day on which something changes (None: now), who has left by then, and the design from then on.

    `larger` are people whose positions grow, before and after in basis points.
    """

    when: date | None
    left: tuple[str, ...]
    design: Design
    larger: tuple[tuple[str, int, int], ...] = ()

    @property
    def advertised(self) -> tuple[Seat, ...]:
        """What is to be advertised for now, besides all that was before."""
        return self.design.seats


def over_time(
    scenario: Scenario, leaving: Sequence[Leaving], limits: Limits, asked: Asked
) -> tuple[Step, ...]:  # fmt: skip
    """The design now and at each later day, the earliest first; it ends where one was not solved."""
    people = [one for one in scenario.employees if not one.vacant]
    held: list[Employee] = []
    days: list[date | None] = [None, *sorted({one.when for one in leaving})]
    found: list[Step] = []
    for turn, day in enumerate(days):
        left = tuple(one.employee for one in leaving if day is not None and one.when <= day)
        people = [one for one in people if one.id not in left]
        part = limits.within(1 / (len(days) - turn))
        made = design(scenario, [*people, *held], part, asked)
        limits.used_work += part.used_work
        sizes = _sizes(made)
        larger = tuple(
            (one.id, one.current_basis_points, sizes[one.id])
            for one in people
            if sizes.get(one.id, 0) > one.current_basis_points
        )
        found.append(Step(day, left, made, larger))
        if made.status != "solved":
            break
        people = [_kept(one, sizes[one.id]) for one in people]
        held = [*held, *_hired(made, sizes, turn)]
    return tuple(found)


def _sizes(made: Design) -> Mapping[str, int]:
    return positions(Sheet.of(made.scenario, made.roster)) if made.roster.lines else {}


def _kept(one: Employee, size: int) -> Employee:
    """A person who has this size now."""
    wanted, most = max(size, one.wanted_basis_points), max(size, one.max_basis_points)
    return one.model_copy(
        update={
            "position": position(
                current=size, wanted=wanted, least=min(size, one.min_basis_points), most=most
            )
        }
    )


def _hired(made: Design, sizes: Mapping[str, int], turn: int) -> list[Employee]:
    """The lines that were advertised, as people of the sizes they were advertised in."""
    fresh = [
        one for one in made.scenario.employees if one.vacant and one.id.startswith("N") and sizes[one.id]
    ]
    return [
        one.model_copy(
            update={"id": f"{one.id}@{turn}", "vacant": False,
                    "position": position(current=sizes[one.id], wanted=sizes[one.id])}
        )
        for one in fresh
    ]  # fmt: skip
