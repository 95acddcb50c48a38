"""A collision: givens that cannot hold together, and of the places about many days those that matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.domain.scenario import Scenario
from solver.reasons.givens import DATED, Given, line_path
from solver.reasons.minimal import minimal
from solver.reasons.proof import Prover
from solver.reasons.reduced import only


@dataclass(frozen=True)
class Collision:
    """Givens that cannot hold together, the lines they are about among them.

    `days` holds, for a place that speaks of many days, those that matter. `proven`: it is known that without
    any one of the givens the others can hold.
    """

    givens: tuple[Given, ...]
    days: dict[str, tuple[int, ...]]
    proven: bool

    @property
    def lines(self) -> list[str]:
        """The lines that take part."""
        paths = [given.path for given in self.givens]
        return [path for path in paths if path.startswith("employees") and "." not in path]

    @property
    def is_of_all(self) -> bool:
        """Whether a single line collides with nothing of its own, as any other line would."""
        own = [given for given in self.givens if given.path.startswith("employees") and "." in given.path]
        return len(self.lines) == 1 and not own

    @property
    def paths(self) -> tuple[str, ...]:
        """The places to name. That a line is there is told only where nothing else of it is."""
        paths = [given.path for given in self.givens]
        known = [line for line in self.lines if any(path.startswith(f"{line}.") for path in paths)]
        if self.is_of_all and len(paths) > 1:
            known = self.lines
        return tuple(path for path in dict.fromkeys(paths) if path not in known)

    @property
    def narrowed(self) -> tuple[Given, ...]:
        """The same givens, of the places in `days` only those days."""
        whole = [given for given in self.givens if given.path not in self.days]
        return (*whole, *(Given(path, day) for path, days in self.days.items() for day in days))


def days_that_matter(
    scenario: Scenario, givens: Sequence[Given], prover: Prover
) -> dict[str, tuple[int, ...]]:
    """Of the places that speak of several days, as few of these as collide with the rest all the same."""
    dated = {given.path: days for given in givens if len(days := _days_of(scenario, given)) > 1}
    rest = [given for given in givens if given.path not in dated]

    def impossible(kept: Sequence[Given]) -> bool | None:
        return prover.impossible(only(scenario, (*rest, *kept)))

    single = [Given(path, day) for path, days in dated.items() for day in days]
    kept, _ = minimal(single, impossible)
    found = {path: tuple(given.day for given in kept if given.path == path) for path in dated}
    return {path: tuple(day for day in days if day is not None) for path, days in found.items() if days}


def _days_of(scenario: Scenario, given: Given) -> list[int]:
    """The days of the cycle that an entry with days speaks of."""
    for index, employee in enumerate(scenario.employees):
        if given.path.startswith(f"{line_path(index)}."):
            for name in DATED:
                for place, entry in enumerate(getattr(employee, name)):
                    if given.path == f"{line_path(index)}.{name}[{place}]":
                        return list(entry.in_cycle(scenario.cycle))
    return []
