"""Calendars: each shift of a line on its date, in Europe/Oslo's time, repeated as the cycle is.

Only the shift, the unit and the line stand in it, nothing of residents. An event is known by the unit, the line and
the date, so that a calendar that is read in anew changes events instead of doubling them. Source: RFC 5545.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from solver.domain.fault import FaultError, fault
from solver.domain.kinds import nearest
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.work import Sheet, WorkLine
from solver.files.forms import Asked
from solver.present.findings import who
from solver.present.words import say

ZONE: Final = ZoneInfo("Europe/Oslo")
MAX_EVENTS: Final = 50_000
CLOCK_SET: Final = (
    (TimezoneDaylight, "CEST", (1, 2), datetime.fromisoformat("1996-03-31T02:00"), 3),
    (TimezoneStandard, "CET", (2, 1), datetime.fromisoformat("1996-10-27T03:00"), 10),
)
"""When the clock is set: name, hours from UTC before and after, the first time, the month (directive 2000/84/EC)."""


def write_ics(roster: Roster, scenario: Scenario, asked: Asked) -> bytes:
    """The calendar of one line (`asked.employee`), or of all, each event then with the line's name.

    Raises FaultError where the scenario does not say when week 1 is, the line is unknown, or the dates are none.
    """
    start = _start(scenario)
    lines = _lines(Sheet.of(scenario, roster).lines, scenario, asked)
    until = _last_day(scenario, start, asked)
    whose = who(asked.employee, scenario) if asked.employee else ""
    calendar = Calendar()
    calendar.add("prodid", "-//Heltid//turnus//NO")
    calendar.add("version", "2.0")
    title = scenario.name or scenario.id
    calendar.add("x-wr-calname", f"{title}: {whose}" if whose else title)
    calendar.add_component(_time_zone())
    stamp = datetime.combine(asked.made or start, time(), tzinfo=UTC)
    for number, event in enumerate(_events(lines, start, until, asked)):
        if number >= MAX_EVENTS:
            message, instead = "Kalenderen får mer enn {limit} vakter.", "Gi færre runder, eller én ansatt."
            raise FaultError([fault("--cycles", "too_many_events", message, instead, limit=MAX_EVENTS)])
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _start(scenario: Scenario) -> date:
    start = scenario.cycle_shape.start
    if start is None:
        message = "Kalenderen trenger datoen til mandagen i uke 1."
        instead = "Skriv den i scenariet, som «start: 2027-01-04» under «cycle»."
        raise FaultError([fault("cycle.start", "no_start", message, instead)])
    return start


def _lines(lines: Sequence[WorkLine], scenario: Scenario, asked: Asked) -> list[WorkLine]:
    if asked.employee is None:
        return list(lines)
    found = [line for line in lines if line.employee.id == asked.employee]
    if not found:
        near = nearest(asked.employee, scenario.employee_by_id)
        message = "«{id}» finnes ikke blant de ansatte i scenariet."
        instead = "Mente du «{near}»?" if near else ""
        raise FaultError(
            [fault("--employee", "unknown_employee", message, instead, id=asked.employee, near=near)]
        )
    return found


def _last_day(scenario: Scenario, start: date, asked: Asked) -> date:
    """The last day on which a shift may start."""
    if asked.until and asked.until < start:
        message, instead = "{until} er før turnusen begynner.", "Skriv en dato fra {start}."
        raise FaultError([fault("--until", "too_early", message, instead, until=asked.until, start=start)])
    once = asked.cycles is None and asked.until is None
    cycles = 1 if once or not scenario.cycle.wraps else asked.cycles
    ends = [asked.until] if asked.until else []
    if cycles is not None:
        ends.append(start + timedelta(days=scenario.cycle.days * cycles - 1))
    return min(ends)


def _events(lines: Sequence[WorkLine], start: date, until: date, asked: Asked) -> Iterator[Event]:
    for line in lines:
        employee = line.employee
        name = employee.name or (
            f"{say('ledig', asked.lang)} {employee.id}" if employee.vacant else employee.id
        )
        whose = "" if asked.employee else f"{name}: "
        for day in range((until - start).days + 1):
            shift = line.shift(day)
            if shift:
                yield _event(line, start + timedelta(days=day), shift, whose)


def _time_zone() -> Timezone:
    """Norway's time by its rule, so that it holds for any year; icalendar's own has the spring hour wrong."""
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    for kind, name, (before, after), first, month in CLOCK_SET:
        part = kind()
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone


def _event(line: WorkLine, on: date, shift: Shift, whose: str) -> Event:
    """One shift; its times are those of the clock on the wall, also over a night when the clock is set."""
    midnight = datetime.combine(on, time())
    first, last = (midnight + timedelta(minutes=minute) for minute in shift.span)
    event = Event()
    key = f"heltid:{line.scenario.id}:{line.employee.id}:{on.isoformat()}"
    event.add("uid", f"{uuid5(NAMESPACE_URL, key)}@heltid")
    event.add("summary", f"{whose}{shift.code} {shift.name or ''}".strip())
    event.add("dtstart", first.replace(tzinfo=ZONE))
    event.add("dtend", last.replace(tzinfo=ZONE))
    event.add("location", line.scenario.name or line.scenario.id)
    return event
