"""The problem of a stage about residents in which only some lines, weeks and residents may change."""

from __future__ import annotations

from collections.abc import Sequence

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import Employee, Resident
from solver.search.contact_model import ContactModel
from solver.search.stages import expressed
from solver.search.underway import UnderWay


def freed(
    search: UnderWay,
    index: int,
    *,
    lines: Sequence[Employee] | None = None,
    weeks: set[int] | None = None,
    residents: Sequence[Resident] | None = None,
) -> ContactModel:
    """The problem of a stage in which only these may change (None: all of them)."""
    problem = search.problem(index)
    model = ContactModel(search.model, problem, search.found[-1])
    free = None if lines is None else {one.id for one in lines}
    for employee in model.lines:
        for day in range(model.cycle.days):
            if (free is not None and employee.id not in free) or (
                weeks is not None and day // WEEK_DAYS not in weeks
            ):
                model.hold_day(employee, day)
    for resident in model.scenario.residents:
        if residents is not None and resident not in residents:
            model.hold_contacts(resident)
    cap(search, model, index)
    problem.minimize(expressed(model, search.stages[index].steps, search.current))
    model.start()
    return model


def cap(search: UnderWay, model: ContactModel, index: int) -> None:
    """Hold the earlier stages about residents at what they may be."""
    for stage in search.stages[:index]:
        if stage.of_residents and stage.ceiling is not None:
            model.cp.add(expressed(model, stage.steps, search.current) <= stage.ceiling)
