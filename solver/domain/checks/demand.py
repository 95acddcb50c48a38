"""Demand: amounts that agree with each other, and rows that somebody may meet."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.checks.base import Law
from solver.domain.cycle import DAY_MINUTES, overlap
from solver.domain.fault import Fault, fault
from solver.domain.kinds import nearest
from solver.domain.scenario import Demand, Scenario
from solver.domain.shift import Shift


def amounts_agree(scenario: Scenario, law: Law) -> Iterator[Fault]:
    """Each row has an amount, and `min` <= `wanted` <= `max`."""
    for index, row in enumerate(scenario.demand):
        path = f"demand[{index}]"
        if row.min is None and row.wanted is None and row.max is None:
            message, instead = "Raden sier ikke hvor mange.", "Legg til min, wanted eller max."
            yield fault(path, "no_amount", message, instead)
        for low, high in (("min", "wanted"), ("min", "max"), ("wanted", "max")):
            least, most = getattr(row, low), getattr(row, high)
            if least is not None and most is not None and least > most:
                message, instead = "{high} er {most}, men {low} er {least}.", "Skriv {least} eller mer."
                values = {"low": low, "high": high, "least": least, "most": most}
                yield fault(f"{path}.{high}", "amounts", message, instead, **values)
                break


def skills_and_groups_exist(scenario: Scenario, law: Law) -> Iterator[Fault]:
    skills = {skill for employee in scenario.employees for skill in employee.skills}
    groups = {group for employee in scenario.employees for group in employee.groups}
    for index, row in enumerate(scenario.demand):
        for name, asked, known in (("skill", row.skill, skills), ("group", row.group, groups)):
            if asked is None or asked in known:
                continue
            near = nearest(asked, sorted(known))
            path, message = f"demand[{index}].{name}", "Ingen ansatte har «{name}»."
            if near:
                yield fault(path, "nobody_has", message, "Mente du «{near}»?", name=asked, near=near)
            else:
                yield fault(path, "nobody_has", message, "Gi noen det, eller fjern raden.", name=asked)


def somebody_may_meet_each_row(scenario: Scenario, law: Law) -> Iterator[Fault]:
    """Somebody counts in the row, and has a shift that touches its window."""
    known: dict[tuple[str | None, ...], set[str] | None] = {}
    for index, row in enumerate(scenario.demand):
        if (not row.preferred and not row.least) or _unheard_of(scenario, row):
            continue
        kind = (row.competence, row.skill, row.group)
        if kind not in known:
            known[kind] = _codes_of_those_who_count(scenario, row)
        codes = known[kind]
        able = {code for code in scenario.shift_by_code if _may_count(row, code, scenario)}
        if codes is None:
            message, instead = (
                "Ingen ansatte teller i denne raden.",
                "Rett kompetanse, ferdighet eller gruppe, eller la noen med stilling over 0 telle med.",
            )
            yield fault(f"demand[{index}]", "nobody_counts", message, instead)
        elif not any(_touches(scenario.shift_by_code[code], row, scenario) for code in codes & able):
            message = "Ingen som teller i denne raden, har en vakt som overlapper tiden."
            yield fault(f"demand[{index}]", "no_shift", message, "Rett tiden, dagene eller vaktene.")


def _may_count(row: Demand, code: str, scenario: Scenario) -> bool:
    """Whether a shift counts in the row; a code of the row's that does not exist may be any."""
    unsure = bool(set(row.shifts or ()) - set(scenario.shift_by_code))
    return unsure or row.counts_shift(code)


def _unheard_of(scenario: Scenario, row: Demand) -> bool:
    """Whether nobody at all has what the row asks for, which is told at the word itself."""
    skilled = row.skill is None or any(row.skill in one.skills for one in scenario.employees)
    grouped = row.group is None or any(row.group in one.groups for one in scenario.employees)
    return not (skilled and grouped)


def _codes_of_those_who_count(scenario: Scenario, row: Demand) -> set[str] | None:
    """The codes that those who count in a row may work; None when nobody counts.

    A competence or a code that does not exist is a fault of its own, so here it may be any.
    """
    everything = set(scenario.shift_by_code)
    codes: set[str] | None = None
    for one in scenario.employees:
        unsure = one.competence is not None and one.competence not in scenario.competences
        sure = one.model_copy(update={"competence": row.competence}) if unsure else one
        if scenario.counts_in(row, sure) and one.max_basis_points:
            own = everything if one.shifts is None or set(one.shifts) - everything else set(one.shifts)
            codes = own | (codes or set())
    return codes


def _touches(shift: Shift, row: Demand, scenario: Scenario) -> bool:
    """Whether a shift overlaps the row's window on any of its days, from the day before or after too."""
    (start, end), (first, last) = row.span, shift.span
    near = [
        offset
        for offset in (-1, 0, 1)
        if overlap(start, end, first + offset * DAY_MINUTES, last + offset * DAY_MINUTES)
    ]
    if not near or (row.weeks is not None and not any(week <= scenario.cycle.weeks for week in row.weeks)):
        return bool(near)
    days = range(7) if row.days is None else {day % 7 for day in row.in_cycle(scenario.cycle)}
    return any(shift.runs_on(day + offset) for day in days for offset in near)
