"""Arrangements of one unit: a scenario with other weekends, with or without long shifts, under another agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from solver.domain.agreement import Agreement
from solver.domain.employee import Employee
from solver.domain.fault import FaultError, fault
from solver.domain.kinds import nearest
from solver.domain.scenario import Scenario

VARIED = ("weekends", "long_shifts", "agreement")
SWITCH = {"on": True, "off": False}
WITHOUT_LONG = {"one_long": "any", "long_and_short": "both", "both_or_long": "both"}
"""What a weekend shape that asks for a long shift becomes where there are none."""
MOST_ARRANGEMENTS = 60


@dataclass(frozen=True)
class Arrangement:
    """One combination: the values by what is varied, as they were given, and the scenario it makes."""

    settings: dict[str, str]
    scenario: Scenario


def arrangements(
    scenario: Scenario, vary: Sequence[str], agreements: Mapping[str, Agreement]
) -> list[Arrangement]:
    """Every combination of `weekends=3,4`, `long_shifts=on,off`, `agreement=name,name`; FaultError with each fault."""
    own = scenario.agreement
    known = {**agreements, own.id: own}
    values: dict[str, list[str]] = {}
    faults = []
    for given in vary:
        name, _, listed = given.partition("=")
        values[name] = [one.strip() for one in listed.split(",") if one.strip()]
        faults += _faults(scenario, name, values[name], known)
    count = 1
    for found in values.values():
        count *= len(found)
    if count > MOST_ARRANGEMENTS:
        message, instead = "{count} ordninger er for mange, høyst {limit}.", "Ta bort noen verdier."
        faults.append(fault("--vary", "too_many", message, instead, count=count, limit=MOST_ARRANGEMENTS))
    if faults:
        raise FaultError(faults)
    made = [dict(zip(values, chosen, strict=True)) for chosen in product(*values.values())]
    return [Arrangement(settings, arranged(scenario, settings, known)) for settings in made]


def _faults(
    scenario: Scenario, name: str, values: Sequence[str], known: Mapping[str, Agreement]
) -> list[Any]:
    if name not in VARIED:
        near = nearest(name, VARIED) or VARIED[0]
        return [
            fault(f"--vary {name}", "unknown", "Dette kan ikke varieres.", "Mente du «{near}»?", near=near)
        ]
    may = {
        "weekends": [str(one) for one in range(scenario.cycle.weeks + 1)],
        "long_shifts": list(SWITCH),
    }.get(name, list(known))
    if not values:
        return [
            fault(f"--vary {name}", "no_values", "Verdiene mangler.", "Skriv {name}=verdi,verdi.", name=name)
        ]
    instead = "Skriv en av {may}."
    told = f"0-{scenario.cycle.weeks}" if name == "weekends" else ", ".join(may)
    return [
        fault(
            f"--vary {name}",
            "unknown_value",
            "Verdien «{value}» går ikke her.",
            instead,
            value=value,
            may=told,
        )
        for value in values
        if value not in may
    ]


def arranged(
    scenario: Scenario, settings: Mapping[str, str], agreements: Mapping[str, Agreement]
) -> Scenario:
    """The scenario under one arrangement.

    `weekends`: everyone works at most so many, and weekends lie no further apart than they allow. `long_shifts` on:
    everyone who works days or evenings consents; off: nobody does, and no weekend shape asks for one.
    """
    if "agreement" in settings:
        scenario = scenario.with_changes({"agreement": agreements[settings["agreement"]]})
    if "weekends" in settings:
        scenario = _with_weekends(scenario, int(settings["weekends"]))
    if "long_shifts" in settings:
        scenario = _with_long(scenario, SWITCH[settings["long_shifts"]])
    return scenario


def _with_weekends(scenario: Scenario, most: int) -> Scenario:
    people = tuple(
        one.model_copy(
            update={
                "max_weekends": most,
                "min_weekends": None if one.min_weekends is None else min(one.min_weekends, most),
            }
        )
        for one in scenario.employees
    )
    apart = scenario.rules.min_weeks_between_weekends
    rules = scenario.rules
    if apart and most:
        closest = max(1, scenario.cycle.weeks // most)
        rules = rules.model_copy(update={"min_weeks_between_weekends": min(apart, closest)})
    return scenario.with_changes({"employees": people, "rules": rules})


def _with_long(scenario: Scenario, consent: bool) -> Scenario:
    long = [shift.code for shift in scenario.shifts if scenario.is_long(shift) and shift.kind != "night"]
    people = tuple(_consenting(scenario, one, long) if consent else _short(one) for one in scenario.employees)
    shape = scenario.rules.weekend_shape
    rules = scenario.rules
    if not consent and shape in WITHOUT_LONG:
        rules = rules.model_copy(update={"weekend_shape": WITHOUT_LONG[shape]})
    return scenario.with_changes({"employees": people, "rules": rules})


def _short(employee: Employee) -> Employee:
    return employee.model_copy(update={"long_shifts": False})


def _consenting(scenario: Scenario, employee: Employee, long: Sequence[str]) -> Employee:
    codes = employee.shifts
    works_days = codes is None or any(scenario.shift_by_code[code].kind != "night" for code in codes)
    if codes is not None and works_days:
        codes = (*codes, *(code for code in long if code not in codes))
    return employee.model_copy(update={"long_shifts": works_days, "shifts": codes})
