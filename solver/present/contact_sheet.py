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
"""Parts of a day and the night after it. Who works half of one is called then. A shift is shown in each part that it
works half of, and in the one in which most of it lies: not at night for its last half hour."""
ROLES = {"primary": "Primærkontakt", "secondary": "Sekundærkontakt", "team": "Team"}
CALL, WHO, TODAY, TITLE = "Ring når du er bekymret", "Hvem er hvem", "Av disse er på jobb", "Kontaktark"
NOBODY, OUTSIDE, VACANT = "ingen", "ikke i teamet", "ledig linje"
NO_RESIDENTS = "Scenariet har ingen beboere."
Section = tuple[str, list[tuple[str, list[str]]]]
"""A heading, and its rows: what, and the people, one a line."""


@dataclass(frozen=True)
class ContactSheet:
    """The sheets of all residents for a day of the cycle (0 is Monday of week 1), with the date where one is meant."""

    scenario: Scenario
    roster: Roster
    day: int
    lang: str = "nb"
    date: date | None = None

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet.of(self.scenario, self.roster)

    @cached_property
    def when(self) -> str:
        """`uke 3 tir`, with the date where it is known."""
        week, name = self.scenario.cycle.week_of(self.day), DAY_NAMES[self.day % WEEK_DAYS]
        told = f"{say('uke {week}', self.lang, week=week)} {day_name(name, self.lang)}"
        start, asked = self.scenario.cycle_shape.start, self.date
        if asked is None and start is not None and not self.scenario.cycle.wraps:
            asked = start + timedelta(days=self.day)
        return told if asked is None else f"{told} {_date(asked, self.lang)}"

    def residents(self) -> Iterator[tuple[str, list[Section]]]:
        """Each resident's name with the sections of her sheet, what is needed first at the top."""
        around = contacts_by_resident(self.roster)
        for resident in self.scenario.residents:
            yield self._name(resident), list(self._sections(around.get(resident.id)))

    def lines(self) -> Iterator[str]:
        """The sheets as text."""
        yield f"{say(TITLE, self.lang)}, {self.when}"
        if not self.scenario.residents:
            yield say(NO_RESIDENTS, self.lang)
        for name, sections in self.residents():
            yield from ("", name)
            for heading, rows in sections:
                cells = [
                    [f"  {what}" if turn == 0 else "", one]
                    for what, people in rows
                    for turn, one in enumerate(people)
                ]
                yield from (heading, *columns(["", ""], cells)[1:])

    def _name(self, resident: Resident) -> str:
        return f"{resident.name} ({resident.id})" if resident.name else resident.id

    def _sections(self, contacts: Contacts | None) -> Iterator[Section]:
        called = [(word, first_there(self.sheet, contacts, span, self.day), span) for word, span in PARTS]
        yield (
            say(CALL, self.lang),
            [(say(word, self.lang), [self._called(one, contacts, span)]) for word, one, span in called],
        )
        yield (
            say(WHO, self.lang),
            [
                (say(word, self.lang), [self._person(one) for one in self._in_role(contacts, role) or [""]])
                for role, word in ROLES.items()
            ],
        )
        yield (
            say(TODAY, self.lang),
            [
                (say(word, self.lang), self._at_work(contacts, span) or [say(NOBODY, self.lang)])
                for word, span in PARTS
            ],
        )

    def _called(self, employee: str, contacts: Contacts | None, span: Span) -> str:
        """The person with her role and hours, as in `E02 Mohammed Hussain, sekundærkontakt, 07:30-15:00`."""
        role = next(
            (word for role, word in ROLES.items() if employee in self._in_role(contacts, role)), OUTSIDE
        )
        told = [self._person(employee), say(role, self.lang).lower(), self._times(employee, span)]
        return ", ".join(one for one in told if one) if employee else told[0]

    def _at_work(self, contacts: Contacts | None, span: Span) -> list[str]:
        there = {one: self._times(one, span) for one in team_around(contacts)}
        return [f"{self._person(one)} {times}" for one, times in there.items() if times]

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
        periods = ((shift.span[0] + moved, shift.span[1] + moved) for moved, shift in shifts if shift)
        return ", ".join(
            f"{clock(start % DAY_MINUTES)}-{clock(end % DAY_MINUTES)}"
            for start, end in periods
            if _is_of((start, end), span)
        )

    def _person(self, employee: str) -> str:
        if not employee:
            return say(NOBODY, self.lang)
        known = self.scenario.employee_by_id.get(employee)
        told = who(employee, self.scenario)
        return f"{told} ({say(VACANT, self.lang)})" if known and known.vacant else told


def _is_of(period: Span, part: Span) -> bool:
    """Whether a shift is of a part of the day: it works half of it, or most of the shift lies in it."""
    shared = overlap(*period, *part)
    around = [one for _, span in PARTS for one in (span, _moved(span, -1), _moved(span, 1))]
    most = max(overlap(*period, *one) for one in around)
    return 2 * shared >= part[1] - part[0] or (shared > 0 and shared == most)


def _moved(span: Span, days: int) -> Span:
    return span[0] + days * DAY_MINUTES, span[1] + days * DAY_MINUTES


def _date(day: date, lang: str) -> str:
    return day.isoformat() if lang == "en" else f"{day.day:02d}.{day.month:02d}.{day.year}"


def asked_day(text: str | None, scenario: Scenario) -> tuple[int, date | None]:
    """The day of the cycle that `3:tue` or a date means, and the date; left out, today, or where that is no day of it,
    the first.

    Raises FaultError for a text that is neither, or not of the cycle.
    """
    if text is None:
        return _dated(datetime.now().astimezone().date(), scenario) or (0, None)
    found = _named(text, scenario)
    if found is None:
        message, instead = "«{text}» er ingen dag i turnusen.", "Skriv uke og dag, som 3:tue, eller en dato."
        raise FaultError([fault("--day", "unknown_day", message, instead, text=text)])
    return found


def _named(text: str, scenario: Scenario) -> tuple[int, date | None] | None:
    week, _, name = text.partition(":")
    if week.isdigit() and name in DAY_NAMES and 1 <= int(week) <= scenario.cycle.weeks:
        return scenario.place(int(week), name), None
    try:
        return _dated(date.fromisoformat(text), scenario)
    except ValueError:
        return None


def _dated(asked: date, scenario: Scenario) -> tuple[int, date] | None:
    start = scenario.cycle_shape.start
    place = None if start is None else scenario.cycle.wrapped((asked - start).days)
    return None if place is None else (place, asked)
