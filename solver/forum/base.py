"""What an option of the forum is: what it asks of each unit, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.forum.today import Person

Kind = Literal[
    "extend_one", "extend_several", "move_line", "combined", "pool", "split", "arrangement", "advertise"
]
Status = Literal["solved", "impossible", "unknown"]


@dataclass(frozen=True)
class Ask:
    """What an option asks of one unit.

    `scenario` holds the sizes that each line may have; the days of the lines in `free` are what the option is about,
    all other days are changed as little as can be. The positions of `shared` are together `shared_basis_points`.
    """

    unit: str
    scenario: Scenario
    free: frozenset[str]
    shared: tuple[str, ...] = ()
    shared_basis_points: int = 0


@dataclass(frozen=True)
class Second:
    """The line that somebody from another unit would have here; `person` is None for one nobody has yet."""

    unit: str
    line: str
    person: Person
    travel_minutes: int = 0


@dataclass(frozen=True)
class Draft:
    """An option before it is solved."""

    kind: Kind
    people: tuple[Person, ...]
    """those it would give more"""
    asks: tuple[Ask, ...]
    seconds: tuple[Second, ...] = ()
    advertised: tuple[Person, ...] = ()
    """lines it leaves for an advertisement"""
    gone: tuple[Person, ...] = ()
    """lines that nobody has afterwards"""
    moved: tuple[tuple[Person, Person], ...] = ()
    """those who change unit: the person they become, and who they were"""
    mark: str = ""
    """what tells it from others of the same kind and people"""

    @property
    def id(self) -> str:
        """Stable from run to run, as it is made of the kind and the people."""
        parts = [f"{unit}-{employee}" for unit, employee in self.people]
        return "_".join([self.kind, *([self.mark] if self.mark else []), *parts]).replace(" ", "-")


@dataclass(frozen=True)
class UnitAnswer:
    """What came of one unit: the roster that was found (None: none), and what is proven.

    `least_uncovered` is proven, in person-minutes. `changed_days` are those of others that differ, `changes_bound` how
    few they are proven to be at least.
    """

    ask: Ask
    status: Status
    roster: Roster | None = None
    least_uncovered: int | None = None
    changed_days: int | None = None
    changes_bound: int | None = None
    sizes_proven: bool = False
    """whether no sharing of these hours gives fewer small positions, or as few and more full ones"""

    @property
    def is_settled(self) -> bool:
        """Whether more time could give nothing better."""
        if self.status == "solved":
            return self.sizes_proven and self.changes_bound == self.changed_days
        return self.status == "impossible"


@dataclass(frozen=True)
class Answer:
    """A draft with what came of each unit; none where there was no time to begin."""

    draft: Draft
    units: tuple[UnitAnswer, ...]

    @property
    def status(self) -> Status:
        """The worst of its units'; one that is impossible decides."""
        order: tuple[Status, ...] = ("impossible", "unknown", "solved")
        return min((one.status for one in self.units), key=order.index, default="unknown")

    @property
    def is_settled(self) -> bool:
        """Whether more time could give nothing better."""
        return bool(self.units) and (self.status == "impossible" or all(one.is_settled for one in self.units))
