from collections.abc import Sequence
from typing import Any

from solver.auditing import completed
from solver.domain.finding import Finding
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.rules.weekly_rest import WeeklyRest
from tests.agreement.judges import holds
from tests.builders import audited, line, scenario, sheet

RULE = WeeklyRest()
SHIFTS = [
    {"code": "D", "start": "07:30", "end": "15:00"},
    {"code": "A", "start": "15:00", "end": "22:30"},
    {"code": "N", "start": "22:15", "end": "07:30"},
    {"code": "E", "start": "06:00", "end": "14:00"},
    {"code": "T", "start": "00:00", "end": "08:00"},
    {"code": "F", "start": "12:00", "end": "00:00"},
]
MAIN: dict[str, Any] = {"short_weekly_rest": None}
SHORT: dict[str, Any] = {"short_weekly_rest": {"floor_minutes": 1680}}


def unit(
    weeks: int = 1, rotation: str = "individual", agreement: dict[str, Any] = MAIN, **person: Any
) -> Scenario:
    person = {"position": {"current": 0, "wanted": 100}} | person
    employees = [line(**person)]
    return scenario(weeks=weeks, rotation=rotation, agreement=agreement, employees=employees, shifts=SHIFTS)


def allowed(asked: Scenario, text: str, position: float = 100) -> bool:
    """Whether both the audit and the model let the line stand; they must agree."""
    roster = sheet(asked, {"E1": text}, {"E1": position}).roster
    by_audit = audited(RULE, asked, text, position=position) == []
    assert holds(asked, roster, [RULE]) == by_audit
    return by_audit


def test_a_free_day_between_two_day_shifts_is_a_weekly_rest() -> None:
    assert allowed(unit(), "D D D D D D .")
    assert not allowed(unit(), "D D D D D D D")


def test_a_free_day_after_an_evening_and_before_a_day_is_too_short() -> None:
    assert not allowed(unit(), "D D D D D A .")
    assert allowed(unit(agreement=SHORT, weeks=2), "D D D D D A . | D D D D D D .")


def test_the_morning_after_a_night_spoils_its_day() -> None:
    assert not allowed(unit(), "D D D D N . N")
    assert allowed(unit(), "A A N . . D D")


def test_a_rest_serves_two_weeks_only_if_it_is_twice_the_limit() -> None:
    """From Saturday evening to Tuesday: 70 hours are twice 35."""
    assert not allowed(unit(2, "none"), "D D D D D A . | . D D D D D D")
    assert allowed(unit(2, "none"), "D D D D D D . | . A D D D D D")


def test_what_a_short_rest_lacked_is_not_taken_from_a_rest_that_serves_two_weeks() -> None:
    """A week lacks 2 hours; the rest for the two after it is 71 h 45 min, where 70 hours would do and 72 are asked."""
    two_weeks = "| D D D D D A . | . N N N N N N"
    asked = unit(3, "none", SHORT)
    assert not allowed(asked, "D D D D D A ." + two_weeks)
    assert allowed(asked, "D D D D D D ." + two_weeks)


def test_the_days_that_share_a_rest_may_lie_further_apart_than_sunday_and_monday() -> None:
    """A week lacks 5 hours, so Saturday to Monday must be 75 hours and not 72."""
    asked, weeks = unit(3, "none", SHORT), "E E E E E F . | E E E E F . . | "
    assert not allowed(asked, weeks + ". T E E E E E")
    assert allowed(asked, weeks + ". E E E E E E")


def test_a_line_that_is_not_used_is_held_to_nothing() -> None:
    elsewhere = [{"start": "08:00", "end": "12:00"}]
    assert allowed(unit(elsewhere=elsewhere), "", position=0)
    assert not allowed(unit(elsewhere=elsewhere), ". . . A", position=100)


def reasons(asked: Scenario, text: str) -> list[tuple[float, float, str | None]]:
    found = audited(RULE, asked, text, position=100)
    return [((one.amount or 0) / 60, (one.limit or 0) / 60, one.detail) for one in found]


def test_a_finding_names_the_limit_that_was_not_kept() -> None:
    """Never one that the rest keeps: too short at all, shared with the week beside it, or not made good."""
    assert reasons(unit(agreement=SHORT, weeks=2), "D D D D D D D | D D D D D D .") == [(0, 28, None)]
    assert reasons(unit(2, "none"), "D D D D D A . | . D D D D D D") == [(57, 70, "already_used")]
    two_short = "D D D D D A . | D D D D D A . | D D D D D D D"
    assert reasons(unit(3, "none", SHORT), two_short)[0] == (33, 35, "made_good")
    too_little = "D D D D D A . | D D F . F F F"
    assert reasons(unit(2, "none", SHORT), too_little) == [(36, 37, "made_good")]


def with_f1(text: str, days: Sequence[int]) -> tuple[Scenario, Roster]:
    """A line whose F1 are these, under the main rule."""
    asked = unit(text.count("|") + 1)
    [laid] = sheet(asked, {"E1": text}, {"E1": 100}).roster.lines
    return asked, Roster(lines=(laid.model_copy(update={"f1": tuple(days)}),))


def f1_given(text: str, days: Sequence[int]) -> list[Finding]:
    return list(RULE.audit(Sheet.of(*with_f1(text, days))))


def test_of_a_day_that_was_given_its_own_rest_is_told() -> None:
    monday = f1_given("D . . . . D D", [0])
    assert [(one.amount, one.limit, one.detail) for one in monday] == [(0, 2100, None)]


def test_a_week_whose_day_was_not_given_may_have_any() -> None:
    two_weeks = "D . . . . D D | D . . . . D D"
    assert not f1_given(two_weeks, [1, -1])
    assert [one.week for one in f1_given(two_weeks, [0, -1])] == [1]
    assert completed(*with_f1(two_weeks, [1, -1])).lines[0].f1 == (1, 11)
