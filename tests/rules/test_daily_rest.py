from typing import Any

from solver.domain.scenario import Scenario
from solver.rules.daily_rest import DailyRest
from tests.agreement.judges import holds
from tests.builders import SHIFTS, amounts, audited, line, places, scenario, sheet

RULE = DailyRest()
ANY_SIZE = {"current": 0, "wanted": 100}
MAIN = {"short_daily_rest": None}
OFTEN = {"short_daily_rest": {"floor_minutes": 480, "max_per_week": 7}}


def unit(
    weeks: int = 1, rotation: str = "individual", agreement: dict[str, Any] = MAIN, **person: Any
) -> Scenario:
    person = {"position": ANY_SIZE} | person
    return scenario(weeks=weeks, rotation=rotation, agreement=agreement, employees=[line(**person)])


def allowed(asked: Scenario, text: str, position: float = 100) -> bool:
    """Whether both the audit and the model let the line stand; they must agree."""
    roster = sheet(asked, {"E1": text}, {"E1": position}).roster
    by_audit = audited(RULE, asked, text, position=position) == []
    assert holds(asked, roster, [RULE]) == by_audit
    return by_audit


def test_evening_then_day_needs_eleven_hours() -> None:
    found = audited(RULE, unit(), "A D")
    assert (places(found), amounts(found)) == ([(1, "tue")], [(540, 660)])
    assert not allowed(unit(), "A D")
    assert allowed(unit(), "D A N . D")


def test_the_last_evening_comes_before_the_first_day() -> None:
    assert not allowed(unit(), "D . . . . . A")
    assert allowed(unit(rotation="none"), "D . . . . . A")


def test_a_night_before_the_period_is_still_there_in_the_morning() -> None:
    assert not allowed(unit(rotation="none", before=["N"]), "D")
    assert allowed(unit(rotation="none", before=["N"]), "N")


def test_work_elsewhere_counts() -> None:
    elsewhere = [{"days": ["tue"], "start": "06:00", "end": "09:00"}]
    assert not allowed(unit(elsewhere=elsewhere), "A")
    assert allowed(unit(elsewhere=elsewhere), "D")


def test_two_jobs_elsewhere_at_the_same_time_leave_no_rest() -> None:
    twice = [{"days": ["tue"], "start": "06:00", "end": "09:00"}] * 2
    assert not allowed(unit(elsewhere=twice), "D")


def test_a_line_that_is_not_used_is_held_to_nothing() -> None:
    elsewhere = [{"days": ["tue"], "start": start, "end": "17:00"} for start in ("08:00", "12:00")]
    assert allowed(unit(elsewhere=elsewhere), "", position=0)
    assert not allowed(unit(elsewhere=elsewhere), ". . . . . D")


def test_a_short_rest_is_made_good_by_the_next() -> None:
    """Nine hours are two too few, so the next rest is thirteen: until four, after a day shift that ends at three."""
    early = [{"code": "E", "start": "03:00", "end": "10:00"}, {"code": "F", "start": "04:00", "end": "10:00"}]
    shifts = [*SHIFTS, *early]
    asked = scenario(agreement=OFTEN, employees=[line(position=ANY_SIZE)], shifts=shifts)
    assert amounts(audited(RULE, asked, "A D E")) == [(720, 780)]
    assert not allowed(asked, "A D E")
    assert allowed(asked, "A D F")
    assert allowed(asked, "D . E")


def test_a_long_rest_is_made_good_however_many_days_that_takes() -> None:
    """Of four days' rest 7.5 hours are lacking, so the next is four days and 7.5 hours."""
    long = {"min_daily_rest_minutes": 5760, "short_daily_rest": {"floor_minutes": 5000, "max_per_week": 7}}
    assert not allowed(unit(3, agreement=long), "A . . . A . . | . N")
    assert allowed(unit(3, agreement=long), "A . . . A . . | . . D")


def test_one_short_rest_a_week_where_the_agreement_does_not_say_how_many() -> None:
    asked = unit(agreement={"short_daily_rest": {"floor_minutes": 480}})
    found = audited(RULE, asked, "A D . A D")
    assert [(one.week, one.amount, one.limit) for one in found] == [(1, 2, 1)]
    assert not allowed(asked, "A D . A D")
    assert allowed(asked, "A D")


def test_short_rests_before_the_period_count_in_the_week_they_share() -> None:
    once = {"short_daily_rest": {"floor_minutes": 480, "max_per_week": 1}}
    before = ["A", "D", "", "", "", "", "A"]
    asked = unit(rotation="none", agreement=once, before=before)
    assert [(one.week, one.amount) for one in audited(RULE, asked, "D")] == [(1, 2)]
    assert not allowed(asked, "D")
    assert allowed(asked, "A")
    assert allowed(unit(rotation="none", agreement=once, before=["", *before[1:]]), "D")
