"""Residents' windows, and who of the people around a resident is at work in them. No law: rules and goals share it."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.cycle import DAY_MINUTES, overlap
from solver.domain.employee import Resident
from solver.domain.roster import Contacts, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import WorkLine

Part = tuple[int, str]
"""A shift by its code and the day it starts on, counted from the window's own day."""
Span = tuple[int, int]
"""Start and end in minutes after the midnight at which a day starts."""
OFFSETS = (-1, 0, 1)
"""A window and a shift last a day at most, so a shift that meets the window starts within a day of it."""


def occasions(scenario: Scenario, resident: Resident) -> Iterator[tuple[Span, int]]:
    """The resident's windows of the whole cycle, day by day: from when until when, and the day it belongs to."""
    days = (
        (day, number) for number, one in enumerate(resident.windows) for day in one.in_cycle(scenario.cycle)
    )
    for day, number in sorted(days):
        yield resident.windows[number].span, day


def minutes_within(scenario: Scenario, window: Span) -> dict[Part, int]:
    """How many minutes of a window each shift that meets it is at work."""
    known: dict[object, dict[Part, int]] = scenario.kept
    key = "minutes_within", window
    if key not in known:
        spans = {
            (offset, one.code): _moved(one.span, offset) for one in scenario.shifts for offset in OFFSETS
        }
        shared = {part: overlap(*span, *window) for part, span in spans.items()}
        known[key] = {part: minutes for part, minutes in shared.items() if minutes}
    return known[key]


def _moved(span: tuple[int, int], days: int) -> tuple[int, int]:
    return span[0] + days * DAY_MINUTES, span[1] + days * DAY_MINUTES


def is_there(line: WorkLine, window: Span, day: int) -> bool:
    """Whether the line works at least half of a window that belongs to a day."""
    minutes, (start, end) = minutes_within(line.scenario, window), window
    worked = sum(minutes.get((offset, line.code(day + offset)), 0) for offset in OFFSETS)
    return 2 * worked >= end - start


def pair_around(contacts: Contacts | None) -> tuple[str, ...]:
    """Primary and secondary contact, those there are, by employee id."""
    if contacts is None:
        return ()
    return tuple(one for one in (contacts.primary, contacts.secondary) if one is not None)


def team_around(contacts: Contacts | None) -> tuple[str, ...]:
    """Primary, secondary, then the rest of the team, each once."""
    return () if contacts is None else tuple(dict.fromkeys((*pair_around(contacts), *contacts.team)))


def contacts_by_resident(roster: Roster) -> dict[str, Contacts]:
    """Who is around each resident that the roster names."""
    return {contacts.resident: contacts for contacts in roster.contacts}
