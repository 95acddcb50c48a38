"""How much one scenario may ask for: more than any unit needs, and less than would hold up everyone else."""

from __future__ import annotations

from collections.abc import Iterable

from api.settings import Settings
from solver.domain.fault import FaultError, fault
from solver.domain.scenario import Scenario

TOO_MANY = (
    "{count} er mer enn de {most} som tas imot her.",
    "Del enheten, eller be driften om en høyere grense.",
)


def check_size(asked: Scenario, settings: Settings) -> Scenario:
    """The scenario itself; raises FaultError with everything that there is too much of."""
    limits = (
        ("employees", len(asked.employees), settings.max_people),
        ("residents", len(asked.residents), settings.max_people),
        ("cycle.weeks", asked.cycle.weeks, settings.max_weeks),
        ("demand", len(asked.demand), settings.max_demand_rows),
    )
    refuse_too_many(limits, TOO_MANY)
    return asked


def refuse_too_many(limits: Iterable[tuple[str, int, int]], said: tuple[str, str]) -> None:
    """Raise FaultError with each path that has more than may be; `said` is the message and what to do instead."""
    faults = [
        fault(path, "too_many_here", *said, count=count, most=most)
        for path, count, most in limits
        if count > most
    ]
    if faults:
        raise FaultError(faults)
