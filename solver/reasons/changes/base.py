"""What a kind of change is: the scenario with all of it, what it costs in a model, and what was chosen of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.goals.demand_goals import Cover
from solver.rules.base import Linear, Model
from solver.search.counts import CountModel
from solver.search.model import RosterModel

AnyModel = CountModel | RosterModel
Chosen = Mapping[Any, int]
"""What a solve chose of the kind, by the keys of `Price.parts`."""


@dataclass(frozen=True)
class Edit:
    """One place in the file, and what stands there instead; `before` is None where nothing stood."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Price:
    """What a change costs in a model: the least of `total` is looked for, `parts` says what it is made of.

    `scale`: how much of `total` is one unit; what is under it only chooses between equals.
    """

    total: Linear
    scale: int
    parts: Mapping[Any, Linear]


@dataclass(frozen=True)
class Offer:
    """A change that works: `roster` is one of the changed `scenario`, without a hole and without a breach.

    `proven`: nothing of its kind that costs less works. `cost` is in the kind's `unit`.
    """

    kind: str
    unit: str
    cost: float
    edits: tuple[Edit, ...]
    proven: bool
    scenario: Scenario
    roster: Roster
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Refusal:
    """A kind that gave nothing: `proven` to be no help however much of it, or only not found out.

    `applies`: whether the scenario has anything of the kind to give.
    """

    kind: str
    proven: bool
    applies: bool = True


class Kind:
    """Base of the kinds whose cheapest change a model can find."""

    id: str
    unit: str

    def loosest(self, scenario: Scenario) -> Scenario | None:
        """The scenario with as much of the change as there can be; None where it does not apply."""
        raise NotImplementedError

    def price(self, model: Model, scenario: Scenario) -> Price:
        """What the change costs in a model of the loosest scenario; `scenario` is the one that was asked."""
        raise NotImplementedError

    def changed(self, scenario: Scenario, chosen: Chosen) -> tuple[Scenario, tuple[Edit, ...]]:
        """The scenario with what was chosen."""
        raise NotImplementedError

    def cost(self, chosen: Chosen) -> float:
        """What was chosen, in the kind's unit."""
        return sum(chosen.values())

    def hold(self, model: AnyModel, price: Price) -> None:
        """Nothing may be missing."""
        short = model.uncovered() if isinstance(model, CountModel) else Cover().express(model)
        model.add(short == 0, "covered")


def with_employees(scenario: Scenario, updates: Mapping[str, Mapping[str, Any]]) -> Scenario:
    """The scenario with some fields of some employees changed, by id."""
    people = tuple(one.model_copy(update=dict(updates.get(one.id, {}))) for one in scenario.employees)
    return scenario.with_changes({"employees": people})


def walkers(scenario: Scenario, employee: str) -> Sequence[str]:
    """The ids of those who walk this line: all in shared rotation, otherwise one."""
    return [one.id for one in scenario.employees] if scenario.cycle.rotation == "shared" else [employee]
