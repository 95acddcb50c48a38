"""Calendars: each shift on its date and at the time on the wall, and nothing about residents."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from solver.domain.fault import FaultError
from solver.domain.scenario import Scenario
from solver.files import ics
from solver.files.forms import Asked
from solver.files.roster import write_roster
from tests.builders import SHIFTS
from tests.files.sheets import roster, unit

OSLO = ZoneInfo("Europe/Oslo")


def dated(start: date = date(2027, 1, 4), rotation: str = "individual", **changes: Any) -> Scenario:
    return unit(cycle={"weeks": 1, "start": start, "rotation": rotation}, **changes)


def content(asked: Scenario, text: str = "D . . . . N .", **wanted: Any) -> bytes:
    return write_roster(roster(asked, text, f1=()), asked, "ics", Asked(**wanted))


def events(asked: Scenario, text: str = "D . . . . N .", **wanted: Any) -> list[Any]:
    return list(Calendar.from_ical(content(asked, text, **wanted)).walk("VEVENT"))


def starts(found: list[Any]) -> list[str]:
    return [one.start.strftime("%Y-%m-%d %H:%M") for one in found]


def test_each_shift_stands_on_its_date_with_its_time() -> None:
    found = events(dated())
    assert starts(found) == ["2027-01-04 07:30", "2027-01-09 22:30"]
    assert [one.end.strftime("%d %H:%M") for one in found] == ["04 15:00", "10 07:30"]
    assert [str(one["SUMMARY"]) for one in found] == ["Ada Å: D", "Ada Å: N"]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 2),
        ({"cycles": 3}, 6),
        ({"until": date(2027, 1, 18)}, 5),
        ({"cycles": 2, "until": date(2027, 1, 18)}, 4),
    ],
)
def test_the_plan_is_repeated_for_as_long_as_is_asked(wanted: dict[str, Any], count: int) -> None:
    assert len(events(dated(), **wanted)) == count


def test_a_period_that_does_not_repeat_is_there_once() -> None:
    assert len(events(dated(rotation="none"), cycles=3)) == 2
    assert len(events(dated(rotation="none"), until=date(2028, 1, 1))) == 2


@pytest.mark.parametrize(
    ("start", "hours"), [(date(2027, 3, 22), 8), (date(2027, 10, 25), 10), (date(2027, 5, 3), 9)]
)
def test_a_night_when_the_clock_is_set_keeps_its_times_on_the_wall(start: date, hours: int) -> None:
    (night,) = events(dated(start), ". . . . . N .")
    assert [one.strftime("%H:%M") for one in (night.start, night.end)] == ["22:30", "07:30"]
    assert (night.end.astimezone(UTC) - night.start.astimezone(UTC)).total_seconds() == hours * 3600


def test_the_time_zone_of_the_file_is_norways_for_any_year() -> None:
    zone: Any = Calendar.from_ical(content(dated())).walk("VTIMEZONE")[0]
    own = zone.to_tz()
    for year in range(1997, 2038):
        for month, day in ((1, 15), (3, 20), (4, 1), (7, 1), (10, 20), (11, 1)):
            noon = datetime(year, month, day, 12)  # noqa: DTZ001
            assert own.utcoffset(noon) == OSLO.utcoffset(noon)


def test_one_line_has_a_calendar_of_its_own() -> None:
    found = Calendar.from_ical(content(dated(), employee="E1"))
    assert str(found["X-WR-CALNAME"]) == "prove: E1 Ada Å"
    assert [str(one["SUMMARY"]) for one in found.walk("VEVENT")] == ["D", "N"]
    assert events(dated(), employee="E2") == []


def test_an_event_keeps_its_id_when_the_shift_changes_and_no_two_share_one() -> None:
    before, after = (
        events(dated(), "D . . . . N .", cycles=2),
        events(dated(), "A . . . . N .", employee="E1"),
    )
    assert before[0]["UID"] == after[0]["UID"]
    assert len({str(one["UID"]) for one in before}) == 4


def test_the_same_roster_gives_the_same_bytes() -> None:
    assert content(dated()) == content(dated())


def test_nothing_of_residents_or_reasons_is_in_it() -> None:
    asked = dated(residents=[{"id": "R1", "name": "Stian"}])
    assert b"Stian" not in content(asked)
    assert b"R1" not in content(asked)


def test_names_cannot_break_out_of_their_line() -> None:
    shifts = [SHIFTS[0] | {"name": "Dag;\r\nEND:VCALENDAR,\\"}, *SHIFTS[1:]]
    found = events(dated(shifts=shifts), employee="E1")
    assert len(found) == 2
    assert "END:VCALENDAR" in str(found[0]["SUMMARY"])


@pytest.mark.parametrize(
    ("asked", "wanted", "said"),
    [
        (
            unit(),
            {},
            "cycle.start: Kalenderen trenger datoen til mandagen i uke 1. Skriv den i scenariet, som «start:",
        ),
        (
            dated(),
            {"employee": "EE2"},
            "--employee: «EE2» finnes ikke blant de ansatte i scenariet. Mente du «E2»?",
        ),
        (
            dated(),
            {"until": date(2026, 1, 1)},
            "--until: 2026-01-01 er før turnusen begynner. Skriv en dato fra 2027-01",
        ),
    ],
)
def test_what_cannot_be_a_calendar_is_said(asked: Scenario, wanted: dict[str, Any], said: str) -> None:
    with pytest.raises(FaultError) as caught:
        content(asked, **wanted)
    assert [str(one)[: len(said)] for one in caught.value.faults] == [said]


def test_a_calendar_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ics, "MAX_EVENTS", 3)
    with pytest.raises(FaultError, match="Kalenderen får mer enn 3 vakter"):
        content(dated(), until=date(9999, 12, 31))
