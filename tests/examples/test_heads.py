"""What stands at the top of each unit's file is what the file says below it."""

import re
from fractions import Fraction

import pytest

from solver.domain.cycle import DAY_MINUTES, SATURDAY, overlap
from solver.domain.scenario import Demand, Scenario
from solver.domain.weekend_arithmetic import WeekendArithmetic
from solver.files.data import unit_names
from tests.examples.helpers import head, unit

UNITS = (
    "furuheim-sykehjem", "hjemmetjenesten-nord", "kolliderende-pinner", "rullerende-tolv",
    "solsiden-d-a-hver-tredje", "solsiden-langvakt-a", "solsiden-langvakt-b", "umulig-helg",
)  # fmt: skip
FORMULA = re.compile(r"\(5 \+ 2 x ([\d,]+)\) x ([\d,]+) / ([\d,]+) = ([\d,]+)")
WHOLE_SHIFTS = Fraction(2, 100)
"""How far whole shifts may lie from the demand by the clock: an evening shift outlasts its window."""
NIGHT = (22 * 60 + 30, DAY_MINUTES + 7 * 60)


def test_the_units_are_the_ones_that_were_asked_for() -> None:
    assert unit_names() == UNITS


@pytest.mark.parametrize("name", UNITS)
def test_a_head_says_what_the_unit_shows_and_that_its_people_are_invented(name: str) -> None:
    text = head(name)
    parts = ("Hva filen viser:", "Hverdag:", "Helgedag:", "Helgehyppighet:", "Årsverk:", "oppdiktet")
    assert [part for part in parts if part not in text] == []


@pytest.mark.parametrize("name", UNITS)
def test_the_hours_of_a_weekday_and_of_a_weekend_day_are_those_of_the_demand(name: str) -> None:
    text, scenario = head(name), unit(name)
    weekday, weekend = (
        [_number(found) for found in re.findall(r"([\d,]+) timer", _line(text, title))]
        for title in ("Hverdag:", "Helgedag:")
    )
    assert _near(weekday[0], _day_minutes(scenario, 0))
    assert _near(weekend[0], _day_minutes(scenario, SATURDAY))


@pytest.mark.parametrize("name", UNITS)
def test_the_share_of_a_weekend_day_is_that_of_its_hours(name: str) -> None:
    text = head(name)
    hours = _number(_first(r"([\d,]+) timer", _line(text, "Helgedag:")))
    share = _number(_first(r"([\d,]+) %", _line(text, "Helgedag:")))
    weekday = _number(_first(r"([\d,]+) timer", _line(text, "Hverdag:")))
    assert abs(100 * hours / weekday - share) <= Fraction(1, 2)


@pytest.mark.parametrize("name", UNITS)
def test_the_full_time_equivalents_are_those_of_the_weekend_arithmetic(name: str) -> None:
    share, hours, week, said = (_number(part) for part in FORMULA.findall(head(name))[0])
    needed = WeekendArithmetic(60 * hours, share, 60 * week).fte_needed
    assert abs(needed - said) <= Fraction(1, 20)
    assert 60 * week == unit(name).agreement.full_time_weekly_minutes


def _line(text: str, title: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(title))


def _first(pattern: str, text: str) -> str:
    found: str = re.findall(pattern, text)[0]
    return found


def _number(text: str) -> Fraction:
    return Fraction(text.rstrip(",").replace(",", "."))


def _near(hours: Fraction, minutes: int) -> bool:
    return abs(60 * hours - minutes) <= WHOLE_SHIFTS * minutes


def _day_minutes(scenario: Scenario, day: int) -> int:
    """Person-minutes of the demand for all of one day, nights left out."""
    return sum(
        row.least * (row.span[1] - row.span[0])
        for row in scenario.demand
        if row.counts_everyone and row.includes(day) and not _is_night(row)
    )


def _is_night(row: Demand) -> bool:
    return 2 * overlap(*row.span, *NIGHT) > row.span[1] - row.span[0]
