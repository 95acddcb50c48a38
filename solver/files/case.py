"""Case files: read whole with the scenarios and rosters they name, or refused with every fault."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from solver.domain.case import Case
from solver.domain.checks.case import CASE_CHECKS
from solver.domain.fault import Fault, FaultError, fault
from solver.domain.parsing import as_plain
from solver.domain.repair import read_shape
from solver.domain.roster import Roster
from solver.files.roster import load_roster, roster_from
from solver.files.scenario import load_scenario, parse_scenario
from solver.files.within import Within
from solver.files.yaml import read_checked

STAND_IN: Final[dict[str, Any]] = {"schema": "heltid.case/1", "id": "-", "date": "2000-01-01"}
Faults = list[Fault]


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


def _case(raw: Any, folder: Path | None, known: Faults) -> Case:
    if not isinstance(raw, Mapping):
        message, instead = "Filen må bestå av felt.", "Skriv «felt: verdi» på hver linje."
        raise FaultError([fault("", "not_fields", message, instead)])
    plain, units = as_plain(raw), _Units(folder)
    if isinstance(plain.get("units"), tuple):
        read = tuple(units.read(one, f"units[{index}]") for index, one in enumerate(plain["units"]))
        plain = {**plain, "units": () if units.faults else read}
    whole = not units.faults
    draft = read_shape(Case, plain, STAND_IN)
    faults = [*known, *units.faults]
    told = {one.path for one in faults}
    found = [one for one in draft.faults if whole or not one.path.startswith("units")]
    faults += [one for one in found if one.path not in told]
    if draft.value is not None and whole:
        for check, needs in CASE_CHECKS:
            if not any(draft.spoiled(need) for need in needs):
                faults += [draft.original(one) for one in check(draft.value)]
    if faults or draft.value is None:
        raise FaultError(faults)
    return draft.value


class _Units(Within):
    """The units of a case being read."""

    def read(self, raw: Any, path: str) -> Any:
        """The fields of a unit with its scenario and roster read."""
        if not isinstance(raw, dict) or "scenario" not in raw:
            return raw
        unit = dict(raw)
        scenario = self.given(raw["scenario"], f"{path}.scenario", load_scenario, parse_scenario)
        unit["scenario"] = scenario
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
