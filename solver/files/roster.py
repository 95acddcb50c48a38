"""Rosters as files: JSON in the contract's fields, or a table (`.csv`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from solver.domain.checks.roster import missing_lines, roster_faults
from solver.domain.fault import FaultError, fault
from solver.domain.parsing import as_plain
from solver.domain.repair import read_shape
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.csv import read_csv, write_csv
from solver.files.yaml import read_checked

KEPT_WHEN_NONE = frozenset({"bound"})
LEFT_OUT_WHEN_EMPTY = ("reasons", "notes", "exchangeable", "continuity")


def load_roster(path: str | Path, scenario: Scenario) -> Roster:
    """The roster in a file, held against its scenario; raises FaultError with every fault."""
    kind = Path(path).suffix.lower()
    if kind == ".csv":
        roster = read_csv(path, scenario)
        _stop_at(missing_lines(roster, scenario))
        return roster
    raw, faults = read_checked(path)
    try:
        roster = roster_from(raw, scenario)
    except FaultError as wrong:
        known = {found.path for found in faults}
        raise FaultError([*faults, *(found for found in wrong.faults if found.path not in known)]) from None
    _stop_at(faults)
    return roster


def roster_from(raw: Any, scenario: Scenario) -> Roster:
    """The roster that plain values describe; raises FaultError with every fault."""
    if not isinstance(raw, dict):
        message, instead = "Filen må bestå av felt.", "Skriv «felt: verdi» på hver linje."
        raise FaultError([fault("", "not_fields", message, instead)])
    draft = read_shape(Roster, as_plain(raw), {"schema": "heltid.roster/1"})
    faults = list(draft.faults)
    if draft.value is not None:
        found = [draft.original(one) for one in roster_faults(draft.value, scenario)]
        whole = not any(draft.spoiled(need) for need in ("lines[]", "status"))
        if whole and not any(one.code == "unknown_employee" for one in found):
            found += missing_lines(draft.value, scenario)
        known = {one.path for one in faults}
        faults += [one for one in found if not any(_within(path, one.path) for path in known)]
    _stop_at(faults)
    assert draft.value is not None
    return draft.value


def save_roster(roster: Roster, path: str | Path, scenario: Scenario | None = None) -> None:
    """Write the roster: JSON, or for a name that ends with `.csv` a table (which needs the scenario)."""
    path = Path(path)
    if path.suffix.lower() == ".csv" and scenario is not None:
        write_csv(roster, scenario, path)
        return
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.write_text(roster_text(roster), encoding="utf-8")
    unfinished.replace(path)


def roster_data(roster: Roster) -> dict[str, Any]:
    """The roster as plain values in the contract's fields, without what is not known (a bound is null)."""
    whole = roster.model_dump(mode="json", by_alias=True)
    known = _known(whole)
    return {name: value for name, value in known.items() if value or name not in LEFT_OUT_WHEN_EMPTY}


def roster_text(roster: Roster) -> str:
    """The roster as JSON, each line, goal and finding on a line of its own."""
    parts = [f" {_text(name)}: {_rows(value)}" for name, value in roster_data(roster).items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _rows(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {_text(row)}" for row in value) + "\n ]"
    return _text(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _known(inner)
            for name, inner in value.items()
            if inner is not None or name in KEPT_WHEN_NONE
        }
    return [_known(inner) for inner in value] if isinstance(value, list) else value


def _within(outer: str, path: str) -> bool:
    return path == outer or path.startswith((f"{outer}.", f"{outer}["))


def _stop_at(faults: Any) -> None:
    found = tuple(faults)
    if found:
        raise FaultError(found)
