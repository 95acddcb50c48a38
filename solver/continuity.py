"""How often residents meet people they know: who serves each window, and how long contacts stay away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.employee import Resident
from solver.domain.residents import Span, contacts_by_resident, is_there, occasions, pair_around, team_around
from solver.domain.roster import Contacts, Continuity
from solver.domain.work import Sheet, WorkLine


def continuity(sheet: Sheet) -> tuple[Continuity, ...]:
    """One for each resident of the scenario."""
    around = contacts_by_resident(sheet.roster)
    return tuple(_of(sheet, resident, around.get(resident.id)) for resident in sheet.scenario.residents)


def continuity_measures(found: Sequence[Continuity]) -> dict[str, float | int]:
    """All residents together: percent of windows with a contact, and the people one meets on average."""
    windows = sum(one.windows for one in found)
    if not windows:
        return {}
    served = sum(one.windows * one.with_contact_percent for one in found) / windows
    return {
        "with_contact_percent": round(served, 1),
        "average_faces": round(sum(one.faces for one in found) / len(found), 1),
    }


def first_there(sheet: Sheet, contacts: Contacts | None, window: Span, day: int) -> str:
    """Who is responsible in a window: the first of primary, secondary, team and others who serves it; `""`: nobody."""
    known = team_around(contacts)
    others = (line.employee.id for line in sheet.lines if line.employee.id not in known)
    for one in (*known, *others):
        if one in sheet.line_of and is_there(sheet.line_of[one], window, day):
            return one
    return ""


def _of(sheet: Sheet, resident: Resident, contacts: Contacts | None) -> Continuity:
    responsible = tuple(first_there(sheet, contacts, *one) for one in occasions(sheet.scenario, resident))
    pair = pair_around(contacts)
    served = sum(one in pair for one in responsible)
    return Continuity(
        resident=resident.id,
        windows=len(responsible),
        with_contact_percent=round(100 * served / len(responsible), 1) if responsible else 100,
        longest_absence_days=longest_absence(
            [sheet.line_of[one] for one in pair if one in sheet.line_of], sheet
        ),
        faces=len(set(responsible) - {""}),
        responsible=responsible,
    )


def longest_absence(lines: Sequence[WorkLine], sheet: Sheet) -> int:
    """Most days in a row on which none of the lines starts a shift, across the wrap where the cycle repeats."""
    days = sheet.cycle.days
    worked = [any(line.works(day) for line in lines) for day in range(days)]
    if not any(worked):
        return days
    runs = _runs([*worked, *worked] if sheet.cycle.wraps else worked)
    return max(runs, default=0)


def _runs(worked: Sequence[bool]) -> Iterator[int]:
    run = 0
    for one in (*worked, True):
        if one and run:
            yield run
        run = 0 if one else run + 1
