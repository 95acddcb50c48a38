"""Why a scenario is impossible: the places in the file, the rules, and never a shrug told as a reason."""

from typing import Any

from solver.domain.finding import Finding
from solver.domain.roster import Reason, Roster
from solver.present.outcome import outcome_lines
from solver.present.text import plain
from tests.present.helpers import line, unit

PINS = ("employees[0].pinned[0]", "employees[0].pinned[1]")


def told(*reasons: Reason, lang: str = "nb", status: str = "infeasible", **asked: Any) -> str:
    roster = Roster.model_validate({"status": status, "reasons": reasons})
    return "\n".join(plain(line) for line in outcome_lines(roster, unit(**asked), lang, 120))


def test_each_reason_names_the_places_in_the_file() -> None:
    text = told(Reason(paths=PINS, rules=("daily_rest",)))
    assert all(f"  {path}\n" in text for path in PINS)
    assert "Dette kan ikke gjelde samtidig:" in text


def test_each_reason_names_its_rules_with_their_paragraphs() -> None:
    assert "Det bryter: Daglig hvile (aml § 10-8 (1))." in told(Reason(paths=PINS, rules=("daily_rest",)))


def test_what_the_places_would_break_is_told_as_sentences() -> None:
    found = Finding(
        rule="daily_rest",
        law="aml § 10-8 (1)",
        employee="E1",
        week=1,
        day="tue",
        amount=540,
        limit=660,
        unit="minutes",
    )
    assert "E1, uke 1 tir: hvilen før vakten er 9 t" in told(Reason(paths=PINS, findings=(found,)))


def test_without_reasons_it_says_that_none_were_found() -> None:
    assert "er ikke funnet" in told()


def test_that_no_law_was_checked_is_told_of_the_impossible_too() -> None:
    assert "Ingen lov" in told(agreement={"level": "not_norwegian"})


def test_nothing_found_in_time_is_never_told_as_impossible() -> None:
    assert "Det betyr ikke at det er umulig" in told(status="unknown")
    assert "does not mean it is impossible" in told(status="unknown", lang="en")


def test_the_places_are_told_in_words_with_the_days_that_matter() -> None:
    pinned = [{"days": ["mon", "tue"], "shift": "D"}]
    text = told(Reason(paths=PINS[:1], days={PINS[0]: (1,)}), employees=[line(pinned=pinned)], weeks=2)
    assert f"  {PINS[0]}: E1 er låst til D uke 1 tir\n" in text


def test_how_near_one_comes_is_told_apart_from_what_breaks() -> None:
    found = Finding(rule="weekend_count", law="", employee="E1", amount=4, limit=5, unit="weekends")
    text = told(Reason(paths=PINS, nearest=(found,)))
    assert "Nærmest en kommer når reglene ellers holdes:\n  E1: 4 helger med arbeid, minst 5 helger" in text


def test_a_size_that_no_shifts_give_is_told_so() -> None:
    found = Finding(
        rule="position", law="", employee="E1", amount=50, limit=50, unit="percent", detail="no_combination"
    )
    assert "gir 50 % innenfor avtalt avvik" in told(Reason(paths=PINS, findings=(found,)))


def test_a_reason_that_may_hold_too_much_says_so() -> None:
    assert "kanskje uten betydning" in told(Reason(paths=PINS, minimal=False))
    assert "kanskje uten betydning" not in told(Reason(paths=PINS))


def test_many_reasons_places_and_findings_are_cut_and_counted() -> None:
    found = Finding(rule="weekend_count", law="", amount=4, limit=3, unit="weekends")
    paths = tuple(f"employees[{number}].max_weekends" for number in range(15))
    text = told(*(Reason(paths=paths, findings=(found,) * 6) for _ in range(12)))
    assert text.count("Dette kan ikke gjelde samtidig:") == 10
    assert [text.count(f"... og {count} til") for count in (2, 3)] == [11, 10]
