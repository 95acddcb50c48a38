"""Files of units that share people: read whole with the scenarios they name, or refused with every fault."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from solver.domain.checks.pool import POOL_CHECKS
from solver.domain.fault import Fault, FaultError, fault
from solver.domain.parsing import as_plain
from solver.domain.pool import Pool
from solver.domain.repair import read_shape
from solver.files.scenario import load_scenario, parse_scenario
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
    if not isinstance(raw, Mapping):
        message, instead = "Filen må bestå av felt.", "Skriv «felt: verdi» på hver linje."
        raise FaultError([fault("", "not_fields", message, instead)])
    plain, within = as_plain(raw), Within(folder)
    if isinstance(plain.get("units"), tuple):
        read = tuple(
            _read(one, f"units[{index}].scenario", within) for index, one in enumerate(plain["units"])
        )
        plain = {**plain, "units": () if within.faults else read}
    whole = not within.faults
    draft = read_shape(Pool, plain, STAND_IN)
    faults = [*known, *within.faults]
    faults += [one for one in draft.faults if whole or not one.path.startswith("units")]
    if draft.value is not None and whole and not draft.faults:
        faults += [found for check in POOL_CHECKS for found in check(draft.value)]
    if faults or draft.value is None:
        raise FaultError(faults)
    return draft.value


def _read(raw: Any, path: str, within: Within) -> Any:
    """The fields of a unit with its scenario read."""
    if not isinstance(raw, dict) or "scenario" not in raw:
        return raw
    return {**raw, "scenario": within.given(raw["scenario"], path, load_scenario, parse_scenario)}
