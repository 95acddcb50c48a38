"""What a check is: a function that reads a whole scenario and yields the faults a domain expert would see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from solver.domain.fault import Fault
from solver.domain.scenario import Scenario

Law = Mapping[str, Any]
CheckFunction = Callable[[Scenario, Law], Iterator[Fault]]


class Check(NamedTuple):
    """A check and the places it relies on: where one was cut away as faulty, the check says nothing."""

    run: CheckFunction
    needs: tuple[str, ...] = ()
