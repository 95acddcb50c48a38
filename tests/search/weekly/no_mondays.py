"""A rule that stands in no registry."""

from solver.rules.base import Card, Model, Rule


class NoMondays(Rule):
    card = Card(id="no_mondays", level="unit", name="a", sentence="b", law="c")

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            for day in range(0, model.cycle.days, 7):
                model.forbid(model.on(employee, day), name=f"no_mondays.{day}")
