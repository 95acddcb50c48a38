"""The same shift on days in a row: at most, and (away from the ends of a period that does not repeat) at least."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule
from solver.rules.runs import forbid_short_runs, runs


class ConsecutiveShifts(Rule):
    """Days with one code are a block; another code ends it as a free day does. `detail` is the code."""

    asks_for_work = True
    card = Card(
        id="consecutive_shifts",
        level="unit",
        name="Like vakter på rad",
        sentence="Ingen har flere like vakter på rad enn enheten har bestemt for vakten, og heller ikke færre.",
        law="Enhetens regler",
        parameters=(("rules.max_consecutive_shifts", "days"), ("rules.min_consecutive_shifts", "days")),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            rules = model.scenario.rules_of(employee)
            for code, most in (rules.max_consecutive_shifts or {}).items():
                self._at_most(model, employee, code, most)
            for code, least in (rules.min_consecutive_shifts or {}).items():
                forbid_short_runs(
                    model,
                    least,
                    lambda day, who=employee, code=code: model.works(who, day, code),  # type: ignore[misc]
                    f"{self.card.id}.{employee.id}.{code}",
                )

    def _at_most(self, model: Model, employee: Employee, code: str, most: int) -> None:
        for window in model.cycle.windows(most + 1, history=len(employee.before)):
            worked = (model.works(employee, day, code) for day in window)
            model.forbid(*worked, name=f"{self.card.id}.{employee.id}.{code}.{window.start}")

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        rules = line.scenario.rules_of(line.employee)
        shortest, longest = rules.min_consecutive_shifts or {}, rules.max_consecutive_shifts or {}
        for code in {**longest, **shortest}:
            least, most = shortest.get(code, 1), longest.get(code)
            for run in runs(line, lambda day, code=code: line.code(day) == code):  # type: ignore[misc]
                if length := run.beyond(most):
                    yield self.found(line, run.place, amount=length, limit=most, unit="days", detail=code)
                if run.length < least and run.whole:
                    yield self.found(
                        line, run.first, amount=run.length, limit=least, unit="days", detail=code
                    )
