"""Files of units that share people: read whole with the scenarios they name, or refused with every fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from solver.domain.checks.pool import POOL_CHECKS
from solver.domain.fault import Fault, FaultError
from solver.domain.pool import Pool
from solver.files.within import Within
from solver.files.yaml import read_checked

STAND_IN: Final[dict[str, Any]] = {"schema": "heltid.pool/1", "id": "-"}


def load_pool(path: str | Path) -> Pool:
    """The pool of a file; scenarios are named by paths from its folder, or stand in it."""
    raw, faults = read_checked(path)
    return _pool(raw, Path(path).parent, faults)


def parse_pool(raw: Any) -> Pool:
    """The pool of plain values; every scenario stands in it."""
    return _pool(raw, None, [])


def _pool(raw: Any, folder: Path | None, known: list[Fault]) -> Pool:
    within = Within(folder)
    draft = within.opened(raw, Pool, STAND_IN, known)
    faults = list(draft.faults)
    if draft.value is not None and not within.faults and not draft.cut:
        faults += [found for check in POOL_CHECKS for found in check(draft.value)]
    if faults or draft.value is None:
        raise FaultError(faults)
    return draft.value
