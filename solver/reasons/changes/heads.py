"""Fewer people in a window: rows of demand with a smaller `min`."""

from __future__ import annotations

from typing import Any

from solver.domain.scenario import Scenario
from solver.goals.demand_goals import loads, person_minutes
from solver.reasons.changes.base import AnyModel, Chosen, Edit, Kind, Price
from solver.rules.base import Linear, Model
from solver.search.counts import CountModel


class FewerHeads(Kind):
    """As few people fewer as can be, added up over the rows; of equals, those with the fewest person-minutes."""

    id, unit = "heads", "people"

    def loosest(self, scenario: Scenario) -> Scenario | None:
        return scenario if any(row.least for row in scenario.demand) else None

    def price(self, model: Model, scenario: Scenario) -> Price:
        fewer: dict[Any, Linear] = {
            number: model.integer(0, row.least, f"fewer.{number}")
            for number, row in enumerate(scenario.demand)
            if row.least
        }
        minutes = {number: person_minutes(scenario, scenario.demand[number]) for number in fewer}
        scale = 1 + sum(scenario.demand[number].least * minutes[number] for number in fewer)
        total = sum((scale + minutes[number]) * one for number, one in fewer.items())
        return Price(total, scale, fewer)

    def hold(self, model: AnyModel, price: Price) -> None:
        """Of each row no more may be missing than it was made smaller by."""
        if isinstance(model, CountModel):
            for (number, dow, segment), short in model.short.items():
                row = model.scenario.demand[number]
                weeks = model.cycle.weeks if row.weeks is None else len(row.weeks)
                model.add(short <= weeks * price.parts[number], f"fewer.{number}.{dow}.{segment.start}")
            return
        for number, fewer in price.parts.items():
            row = model.scenario.demand[number]
            for load in loads(model, row, f"fewer.{number}"):
                model.add(load.people + fewer >= row.least, load.name)

    def changed(self, scenario: Scenario, chosen: Chosen) -> tuple[Scenario, tuple[Edit, ...]]:
        rows = tuple(
            row.model_copy(update={"min": row.least - chosen[number]}) if chosen.get(number) else row
            for number, row in enumerate(scenario.demand)
        )
        edits = tuple(
            Edit(f"demand[{number}].min", row.min, rows[number].min)
            for number, row in enumerate(scenario.demand)
            if chosen.get(number)
        )
        return scenario.with_changes({"demand": rows}), edits
