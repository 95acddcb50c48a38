"""Case files: read whole with the scenarios and rosters they name, or refused with every fault."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from solver.domain.case import Case
from solver.domain.checks.case import CASE_CHECKS
from solver.domain.fault import Fault, FaultError, fault
from solver.domain.roster import Roster
from solver.files.roster import load_roster, roster_from
from solver.files.within import Within
from solver.files.yaml import read_checked

STAND_IN: Final[dict[str, Any]] = {"schema": "heltid.case/1", "id": "-", "date": "2000-01-01"}


def load_case(path: str | Path) -> Case:
    """The case of a file; scenarios and rosters are named by paths from its folder, or stand in it."""
    raw, faults = read_checked(path)
    return _case(raw, Path(path).parent, faults)


def parse_case(raw: Any) -> Case:
    """The case of plain values (as from another program); every scenario and roster stands in it."""
    return _case(raw, None, [])


def case_data(case: Case) -> dict[str, Any]:
    """The case as plain values, with its scenarios and rosters written out; reads back as itself."""
    return case.model_dump(mode="json", by_alias=True, exclude_unset=True)


def case_sha256(case: Case) -> str:
    """A fingerprint of the case without its decision: what a review is of, whatever people are called."""
    whole = case.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"decision"})
    lists = [whole.get("priority", ())]
    lists += [
        unit["scenario"].get(field, ()) for unit in whole["units"] for field in ("employees", "residents")
    ]
    for person in (one for people in lists for one in people):
        person.pop("name", None)
    content = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


def _case(raw: Any, folder: Path | None, known: list[Fault]) -> Case:
    units = _Units(folder)
    draft = units.opened(raw, Case, STAND_IN, known)
    faults = list(draft.faults)
    if draft.value is not None and not units.faults:
        for check, needs in CASE_CHECKS:
            if not any(draft.spoiled(need) for need in needs):
                faults += [draft.original(one) for one in check(draft.value)]
    if faults or draft.value is None:
        raise FaultError(faults)
    return draft.value


class _Units(Within):
    """The units of a case being read."""

    def unit(self, raw: Any, path: str) -> Any:
        """The fields of a unit with its scenario and roster read."""
        unit = super().unit(raw, path)
        scenario = unit.get("scenario") if isinstance(unit, dict) else None
        if scenario is not None and "roster" in raw:
            unit["roster"] = roster = self.given(
                raw["roster"],
                f"{path}.roster",
                lambda name: load_roster(name, scenario),
                lambda given: roster_from(given, scenario),
            )
            if isinstance(roster, Roster) and not roster.lines:
                message = "Filen har ingen turnus (status {status})."
                found = fault(f"{path}.roster", "no_lines", message, status=roster.status or "-")
                self.faults.append(found)
        return unit
