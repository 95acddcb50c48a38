"""What costs money: a larger budget, and new lines with a named competence."""

from __future__ import annotations

from collections import Counter
from math import lcm
from typing import Any

from solver.domain.employee import FULL_BASIS_POINTS, Employee, Position
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.reasons.changes.base import Chosen, Edit, Kind, Price
from solver.rules.base import Linear, Model
from solver.rules.budget import HUNDREDTHS, LARGEST_SCALE


class LargerBudget(Kind):
    """So many full-time equivalents more, in hundredths."""

    id, unit = "budget", "fte"

    def loosest(self, scenario: Scenario) -> Scenario | None:
        if scenario.budget_fte_hundredths is None:
            return None
        return scenario.with_changes({"budget_fte_hundredths": None})

    def price(self, model: Model, scenario: Scenario) -> Price:
        more = model.integer(0, len(scenario.employees) * 4 * HUNDREDTHS, "more_budget")
        _hold_budget(model, scenario, FULL_BASIS_POINTS // HUNDREDTHS * more)
        return Price(more, 1, {"budget": more})

    def cost(self, chosen: Chosen) -> float:
        return chosen["budget"] / HUNDREDTHS

    def changed(self, scenario: Scenario, chosen: Chosen) -> tuple[Scenario, tuple[Edit, ...]]:
        before = scenario.budget_fte_hundredths or 0
        after = before + chosen["budget"]
        edit = Edit("budget_fte", number(before), number(after))
        return scenario.with_changes({"budget_fte_hundredths": after}), (edit,)


class NewLines(Kind):
    """New lines of one competence, as few as can be and then as small; the budget grows by their positions.

    A new line works any shift but the long ones, as many weekends as most others may, and has the skills and groups
    that at least half of the people of its competence have.
    """

    id, unit = "lines", "lines"

    def __init__(self, competence: str | None, most: int) -> None:
        self.competence, self.most = competence, most

    def loosest(self, scenario: Scenario) -> Scenario | None:
        if scenario.cycle.rotation == "shared":
            return None
        lines = tuple(self._line(scenario, place, None) for place in range(self.most))
        return scenario.with_changes(
            {"employees": (*scenario.employees, *lines), "budget_fte_hundredths": None}
        )

    def price(self, model: Model, scenario: Scenario) -> Price:
        new = model.employees[len(scenario.employees) :]
        sizes = {one.id: model.position(one) for one in new}
        if scenario.budget_fte_hundredths is not None:
            _hold_budget(model, scenario, sum(sizes.values()))
        scale = FULL_BASIS_POINTS * self.most + 1
        total = sum(scale * model.used(one) + sizes[one.id] for one in new)
        return Price(total, 1, dict(sizes))

    def cost(self, chosen: Chosen) -> float:
        return sum(size > 0 for size in chosen.values())

    def changed(self, scenario: Scenario, chosen: Chosen) -> tuple[Scenario, tuple[Edit, ...]]:
        sizes = {place: size for place, size in enumerate(chosen.values()) if size}
        lines = tuple(self._line(scenario, place, size) for place, size in sizes.items())
        first = len(scenario.employees)
        edits = [
            Edit(
                f"employees[{first + place}]",
                None,
                line.model_dump(mode="json", by_alias=True, exclude_unset=True),
            )
            for place, line in enumerate(lines)
        ]
        update: dict[str, Any] = {"employees": (*scenario.employees, *lines)}
        budget = scenario.budget_fte_hundredths
        if budget is not None:
            update["budget_fte_hundredths"] = budget - (
                -sum(sizes.values()) * HUNDREDTHS // FULL_BASIS_POINTS
            )
            edits.append(Edit("budget_fte", number(budget), number(update["budget_fte_hundredths"])))
        return scenario.with_changes(update), tuple(edits)

    def _line(self, scenario: Scenario, place: int, size: int | None) -> Employee:
        alike = [one for one in scenario.employees if one.competence == self.competence] or list(
            scenario.employees
        )
        given: dict[str, Any] = {
            "id": f"{_free_id(scenario)}{place + 1:02d}",
            "vacant": True,
            "competence": self.competence,
            "skills": _common([one.skills for one in alike]),
            "groups": _common([one.groups for one in alike]),
            "max_weekends": Counter(one.max_weekends for one in scenario.employees).most_common(1)[0][0],
        }
        if size is not None:
            sizes = {"given_min_basis_points": size, "given_max_basis_points": size}
            given["position"] = Position().model_copy(update=sizes)
        return Employee(**given)


def _common(lists: list[tuple[str, ...]]) -> tuple[str, ...]:
    counted = Counter(name for names in lists for name in names)
    return tuple(name for name, times in counted.items() if 2 * times >= len(lists))


def _free_id(scenario: Scenario) -> str:
    """A beginning that no employee's id has."""
    return next(
        start for start in ("V", "NY", "NY-", *(f"NY{turn}-" for turn in range(1000)))
        if not any(one.id.startswith(start) for one in scenario.employees)
    )  # fmt: skip


def _hold_budget(model: Model, scenario: Scenario, more: Linear) -> None:
    """The budget that was asked, and `more` basis points of a full-time equivalent, hold positions and paid minutes."""
    budget = (scenario.budget_fte_hundredths or 0) * FULL_BASIS_POINTS // HUNDREDTHS
    model.add(sum(model.position(one) for one in model.employees) <= budget + more, "more_budget.positions")
    full = [scenario.full_time_minutes_of(one) for one in model.employees]
    scale = min(lcm(FULL_BASIS_POINTS, *full), LARGEST_SCALE)
    paid = sum(-(-scale // t) * model.minutes(one) for t, one in zip(full, model.employees, strict=True))
    model.add(paid <= (budget + more) * (scale // FULL_BASIS_POINTS), "more_budget.paid_minutes")
