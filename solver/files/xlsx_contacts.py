"""The contacts of a workbook: a row for each resident, with primary, secondary and the team by id or by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from solver.domain.fault import Fault, FaultError, fault
from solver.domain.kinds import nearest
from solver.domain.roster import Contacts
from solver.domain.scenario import Scenario
from solver.files.xlsx_cells import Cell, SheetText

TITLES = ("kontakter", "contacts")
RESIDENT, PRIMARY, SECONDARY, TEAM = 1, 2, 3, 4
"""columns; the team has the fourth and all that follow"""


def contacts_of(sheets: Sequence[SheetText], scenario: Scenario) -> tuple[Contacts, ...]:
    """The contacts in the sheet of that name, none where there is no such sheet; raises FaultError."""
    sheet = next((one for one in sheets if one.title.casefold() in TITLES), None)
    if sheet is None or not scenario.residents:
        return ()
    faults: list[Fault] = []
    people = _known((one.id, one.name) for one in scenario.employees)
    residents = _known((one.id, one.name) for one in scenario.residents)
    found: dict[str, Contacts] = {}
    for _, cells in sheet.rows[1:]:
        read = {
            column: _one(cell, residents if column == RESIDENT else people, faults)
            for column, cell in cells.items()
        }
        resident = read.get(RESIDENT)
        if resident and (read.keys() - {RESIDENT}):
            team = tuple(one for column, one in sorted(read.items()) if column >= TEAM and one)
            found[resident] = Contacts(
                resident=resident, primary=read.get(PRIMARY), secondary=read.get(SECONDARY), team=team
            )
    if faults:
        raise FaultError(faults)
    return tuple(found.values())


def _known(given: Iterator[tuple[str, str | None]]) -> dict[str, str]:
    """Ids and the names that only one has, in lower case, each with its id."""
    pairs = list(given)
    names = [name.casefold() for _, name in pairs if name]
    known = {name.casefold(): one for one, name in pairs if name and names.count(name.casefold()) == 1}
    return known | {one.casefold(): one for one, _ in pairs} | {one: one for one, _ in pairs}


def _one(cell: Cell, known: Mapping[str, str], faults: list[Fault]) -> str | None:
    if cell.fault:
        faults.append(cell.fault)
        return None
    if not cell.text:
        return None
    found = known.get(cell.text) or known.get(cell.text.casefold())
    if found is None:
        near = nearest(cell.text, known)
        message = "«{id}» finnes ikke i scenariet."
        instead = "Mente du «{near}»?" if near else ""
        faults.append(fault(cell.place, "unknown_person", message, instead, id=cell.text[:40], near=near))
    return found
