"""Rosters as files: JSON in the contract's fields, tables, workbooks, papers and calendars.

Each form is loaded when it is first asked for: an audit of JSON loads no reader of workbooks.
"""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Any

from solver.domain.checks.roster import missing_lines, roster_faults
from solver.domain.fault import FaultError, fault
from solver.domain.parsing import as_plain
from solver.domain.repair import read_shape
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.forms import FORMS, READ, Asked, form_of
from solver.files.source import MOST_FAULTS, read_content, write_whole
from solver.files.yaml import read_checked

PLAINLY = Asked()

KEPT_WHEN_NONE = frozenset({"bound"})
LEFT_OUT_WHEN_EMPTY = ("reasons", "notes", "exchangeable", "continuity")


def load_roster(path: str | Path, scenario: Scenario) -> Roster:
    """The roster in a file, held against its scenario; raises FaultError with every fault."""
    return read_roster(read_content(path, Path(path).name), form_of(path, READ), scenario)


def read_roster(content: bytes, form: str, scenario: Scenario) -> Roster:
    """The roster in the bytes of a file of this form (one of `forms.READ`), held against its scenario.

    Raises FaultError with every fault; those of a table or a workbook name the row or the cell.
    """
    if form == "csv":
        from solver.files.csv import read_csv

        roster = read_csv(content, scenario)
    elif form == "xlsx":
        from solver.files.xlsx import read_xlsx

        roster = read_xlsx(content, scenario)
    else:
        return _read_fields(content, form, scenario)
    _stop_at(missing_lines(roster, scenario))
    return roster


def _read_fields(content: bytes, form: str, scenario: Scenario) -> Roster:
    raw, faults = read_checked(content, f"roster.{form}")
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
        told = islice(roster_faults(draft.value, scenario), MOST_FAULTS)
        found = [draft.original(one) for one in told]
        whole = not any(draft.spoiled(need) for need in ("lines[]", "status"))
        if whole and not any(one.code == "unknown_employee" for one in found):
            found += missing_lines(draft.value, scenario)
        known = {one.path for one in faults}
        faults += [one for one in found if not any(_within(path, one.path) for path in known)]
    _stop_at(faults)
    assert draft.value is not None
    return draft.value


def save_roster(
    roster: Roster, path: str | Path, scenario: Scenario | None = None, asked: Asked = PLAINLY
) -> None:
    """Write the roster in the form of the file's ending; the file is there whole or as it was."""
    write_whole(path, write_roster(roster, scenario, form_of(path, FORMS), asked))


def write_roster(roster: Roster, scenario: Scenario | None, form: str, asked: Asked = PLAINLY) -> bytes:
    """The roster as the bytes of a file of this form (one of `forms.FORMS`); only JSON needs no scenario.

    What a roster leaves out (sizes, minutes, F1 days) is worked out first where people are to read it. Raises
    FaultError where the form cannot be made of this roster, or not as asked.
    """
    if form == "json":
        return roster_text(roster).encode()
    if scenario is None:
        message, instead = "En .{form}-fil lages av turnusen og scenariet.", "Gi scenariet også."
        raise FaultError([fault("", "no_scenario", message, instead, form=form)])
    if form == "csv":
        from solver.files.csv import csv_text

        return csv_text(roster, scenario, asked.layout, lang=asked.lang).encode()
    if form == "ics":
        from solver.files.ics import write_ics as write
    elif form == "pdf":
        from solver.files.pdf import write_pdf as write
    else:
        from solver.files.xlsx import write_xlsx as write
    return write(roster, scenario, asked)


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
