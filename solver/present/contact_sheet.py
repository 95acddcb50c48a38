"""The contact sheet: for each resident who is who, who is on today and tonight, and whom to call when worried.

The front page of a resident's file, as Nøtterøy has it: one for each resident, as text or as a page to print.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from solver.continuity import first_there
from solver.domain.cycle import DAY_MINUTES, DAY_NAMES, WEEK_DAYS, overlap
from solver.domain.employee import Resident
from solver.domain.fault import FaultError, fault
from solver.domain.residents import OFFSETS, Span, contacts_by_resident, team_around
from solver.domain.roster import Contacts, Roster
from solver.domain.scenario import Scenario
from solver.domain.values import clock
from solver.domain.work import Sheet
from solver.present.findings import who
from solver.present.text import columns, day_name
from solver.present.words import say

PARTS: tuple[tuple[str, Span], ...] = (
    ("Dag", (8 * 60, 15 * 60)), ("Kveld", (15 * 60, 22 * 60)), ("Natt", (22 * 60, 31 * 60)),
)  # fmt: skip
"""Parts of a day and the night after it: who works half of one is called then, who works in it at all is on."""
ROLES = {"primary": "Primærkontakt", "secondary": "Sekundærkontakt", "team": "Team"}
TODAY, CALL, NOBODY, TITLE = "På jobb", "Ring når du er bekymret", "ingen", "Kontaktark"
NO_RESIDENTS = "Scenariet har ingen beboere."


@dataclass(frozen=True)
class ContactSheet:
    """The sheets of all residents for one day of the cycle (0 is Monday of week 1)."""

    scenario: Scenario
    roster: Roster
    day: int
    lang: str = "nb"

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet.of(self.scenario, self.roster)

    @cached_property
    def when(self) -> str:
        """`uke 3 tir`, with the date where the first Monday is known."""
        week, name = self.scenario.cycle.week_of(self.day), DAY_NAMES[self.day % WEEK_DAYS]
        told = f"{say('uke {week}', self.lang, week=week)} {day_name(name, self.lang)}"
        start = self.scenario.cycle_shape.start
        if start is None or self.scenario.cycle.wraps:
            return told
        return f"{told} {(start + timedelta(days=self.day)).isoformat()}"

    def residents(self) -> Iterator[tuple[str, list[list[str]]]]:
        """Each resident's name with the rows of her sheet: what, and who."""
        around = contacts_by_resident(self.roster)
        for resident in self.scenario.residents:
            yield self._name(resident), list(self._rows(around.get(resident.id)))

    def lines(self) -> Iterator[str]:
        """The sheets as text."""
        yield f"{say(TITLE, self.lang)}, {self.when}"
        if not self.scenario.residents:
            yield say(NO_RESIDENTS, self.lang)
        for name, rows in self.residents():
            yield from ("", name, *columns(["", ""], rows)[1:])

    def _name(self, resident: Resident) -> str:
        return f"{resident.name} ({resident.id})" if resident.name else resident.id

    def _rows(self, contacts: Contacts | None) -> Iterator[list[str]]:
        for role, word in ROLES.items():
            for one in self._in_role(contacts, role) or [""]:
                yield [say(word, self.lang), self._person(one)]
        for word, span in PARTS:
            known = {one: self._times(one, span) for one in team_around(contacts)}
            told = ", ".join(f"{self._person(one)} {times}" for one, times in known.items() if times)
            yield [f"{say(TODAY, self.lang)}, {say(word, self.lang).lower()}", told or say(NOBODY, self.lang)]
        for word, span in PARTS:
            first = first_there(self.sheet, contacts, span, self.day)
            yield [f"{say(CALL, self.lang)}, {say(word, self.lang).lower()}", self._person(first)]

    def _in_role(self, contacts: Contacts | None, role: str) -> list[str]:
        if contacts is None:
            return []
        pair = [contacts.primary, contacts.secondary]
        if role == "team":
            return [one for one in team_around(contacts) if one not in pair]
        one = getattr(contacts, role)
        return [one] if one else []

    def _times(self, employee: str, span: Span) -> str:
        """When the employee is at work in a part of the day; nothing where she is not."""
        line = self.sheet.line_of.get(employee)
        if line is None:
            return ""
        shifts = ((offset * DAY_MINUTES, line.shift(self.day + offset)) for offset in OFFSETS)
        return ", ".join(
            f"{clock(shift.span[0] % DAY_MINUTES)}-{clock(shift.span[1] % DAY_MINUTES)}"
            for midnight, shift in shifts
            if shift and overlap(shift.span[0] + midnight, shift.span[1] + midnight, *span)
        )

    def _person(self, employee: str) -> str:
        return who(employee, self.scenario) if employee else say(NOBODY, self.lang)


def asked_day(text: str | None, scenario: Scenario) -> int:
    """The day of the cycle that `3:tue` or a date means; left out, today, or where that is no day of it, the first.

    Raises FaultError for a text that is neither, or not of the cycle.
    """
    found = (
        _dated(datetime.now().astimezone().date().isoformat(), scenario) or 0
        if text is None
        else _named(text, scenario)
    )
    if found is None:
        message, instead = "«{text}» er ingen dag i turnusen.", "Skriv uke og dag, som 3:tue, eller en dato."
        raise FaultError([fault("--day", "unknown_day", message, instead, text=text)])
    return found


def _named(text: str, scenario: Scenario) -> int | None:
    week, _, name = text.partition(":")
    if week.isdigit() and name in DAY_NAMES and 1 <= int(week) <= scenario.cycle.weeks:
        return scenario.place(int(week), name)
    return _dated(text, scenario)


def _dated(text: str, scenario: Scenario) -> int | None:
    start = scenario.cycle_shape.start
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return None if start is None else scenario.cycle.wrapped((found - start).days)
