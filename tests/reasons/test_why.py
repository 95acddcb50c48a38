"""Why one shift is not there: what breaks at once, what solving around it gives, and what cannot be."""

from __future__ import annotations

import pytest

import solver
from solver.domain.fault import FaultError
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.reasons.why.answer import Why
from solver.reasons.why.question import asked_question
from tests.builders import Data, codes, line, scenario, tuples

WORK = 30.0
EASY: Data = {"hours_tolerance_percent": 40, "short_daily_rest": None}
TWO: list[Data] = [line(name, position={"min": 0, "max": 100}) for name in ("E1", "E2")]
DAYS: list[Data] = [{"days": ["mon", "tue"], "start": "07:30", "end": "15:00", "min": 1, "max": 1}]


def roster(unit: Scenario, *rows: str, size: float = 50) -> Roster:
    """A roster of the unit's people in order; whoever works nothing has 0 %."""
    lines = [
        {
            "employee": one.id,
            "days": codes(text, unit.cycle.days),
            "position": size if set(text) - set(". ") else 0,
        }
        for one, text in zip(unit.employees, rows, strict=True)
    ]
    return Roster.model_validate(tuples({"lines": lines}))


def asked(unit: Scenario, given: Roster, question: str, work: float = WORK) -> Why:
    return solver.why(unit, given, question, seconds=600, work=work, workers=1)


def test_put_straight_in_names_what_breaks_with_paragraph_and_what_it_costs() -> None:
    unit = scenario(agreement=EASY, employees=TWO, demand=DAYS, goals=["cover"])
    found = asked(unit, roster(unit, "D . D D A", ". D . ."), "E1:1:tue:A")
    assert found.placed
    (breach,) = found.placed.breaches
    assert (breach.rule, breach.day, breach.amount, breach.limit) == ("daily_rest", "wed", 540, 660)
    assert breach.law.startswith("aml § 10-8")


def test_where_two_can_exchange_the_fewest_changed_days_are_two_and_proven() -> None:
    unit = scenario(agreement=EASY, employees=TWO, demand=DAYS, goals=["cover"])
    found = asked(unit, roster(unit, "D . D D", ". D . D"), "E1:1:tue:D")
    around = found.around
    assert around
    assert around.effect
    assert (around.outcome, around.fewest, around.effect.worse) == ("free", 2, ())
    changed = {(one.employee, one.day, one.before, one.after) for one in around.effect.days}
    assert changed == {("E1", 1, "", "D"), ("E2", 1, "D", "")}
    assert not around.effect.checked.breaches


def test_a_shift_that_only_uncovers_has_its_price_proven() -> None:
    alone = [line(position={"min": 0, "max": 100})]
    unit = scenario(agreement=EASY, employees=alone, demand=DAYS, goals=["cover"])
    around = asked(unit, roster(unit, "D D D D"), "E1:1:mon:").around
    assert around
    assert (around.outcome, around.goal, around.goal_binds, around.least) == ("costs", "cover", True, True)
    assert around.effect
    assert [(one.before, one.after) for one in around.effect.goals] == [(0, 450)]


def test_what_no_line_of_hers_can_have_is_impossible_with_the_places_that_collide() -> None:
    unit = scenario(
        agreement=EASY, employees=[TWO[0], TWO[1] | {"shifts": ["D"]}], demand=DAYS, goals=["cover"]
    )
    found = asked(unit, roster(unit, "D . D D", ". D . D"), "E2:1:wed:N")
    assert found.around
    assert found.around.outcome == "impossible"
    (reason,) = found.around.reasons
    assert set(reason.paths) == {"employees[1].shifts", "--why"}
    assert reason.rules == ("allowed_shifts",)
    assert found.roster is None


def test_what_only_the_others_stand_against_is_impossible_too() -> None:
    pins = [{"days": ["mon"], "shift": "D"}]
    unit = scenario(
        agreement=EASY, employees=[TWO[0] | {"pinned": pins}, TWO[1]], demand=DAYS, goals=["cover"]
    )
    found = asked(unit, roster(unit, "D . D D", ". D . D"), "E2:1:mon:D")
    assert found.around
    assert found.around.outcome == "impossible"
    paths = {path for one in found.around.reasons for path in one.paths}
    assert {"employees[0].pinned[0]", "--why", "demand[0].max"} <= paths


def test_law_is_no_price() -> None:
    night = [line(position={"min": 0, "max": 100}, pinned=[{"days": ["mon"], "shift": "N"}])]
    unit = scenario(agreement=EASY, employees=night, demand=DAYS, goals=["cover"])
    found = asked(unit, roster(unit, "N . D D"), "E1:1:tue:D")
    assert found.around
    assert found.around.outcome == "impossible"
    assert {rule for one in found.around.reasons for rule in one.rules} == {"daily_rest"}


def test_what_is_there_already_is_told_so() -> None:
    unit = scenario(agreement=EASY, employees=TWO, demand=DAYS, goals=["cover"])
    given = roster(unit, "D . D D", ". D . D")
    assert [asked(unit, given, one).is_there for one in ("E1:1:mon:D", "E1:1:tue:", "E2:1:mon:D")] == [
        True,
        True,
        False,
    ]


def test_on_a_line_that_all_walk_everyone_gets_it_each_in_her_week() -> None:
    people = [line(name, position={"min": 0, "max": 100}) for name in ("E1", "E2")]
    unit = scenario(
        weeks=2, rotation="shared", agreement=EASY, employees=people, demand=DAYS, goals=["cover"]
    )
    given = roster(unit, "D . D D . . . . D D D", ". D D D . . . D . D D")
    found = asked(unit, given, "E2:1:mon:D")
    assert found.placed
    places = {(one.employee, one.day) for one in found.placed.days}
    assert places == {("E1", 7), ("E2", 0)}
    assert found.around
    assert found.around.outcome in ("free", "costs")
    assert found.around.effect
    assert not found.around.effect.checked.breaches


def test_a_roster_that_breaks_rules_itself_gets_an_answer() -> None:
    unit = scenario(agreement=EASY, employees=TWO, demand=DAYS, goals=["cover"])
    found = asked(unit, roster(unit, "D . D D", "A D . D"), "E1:1:tue:D")
    assert [one.rule for one in found.before.breaches] == ["daily_rest"]
    assert found.around
    assert found.around.outcome == "free"


def test_without_time_it_is_unknown_unless_it_can_just_be_put_there() -> None:
    unit = scenario(agreement=EASY, employees=TWO, demand=DAYS, goals=["cover"])
    given = roster(unit, "D . D D", ". D . D")
    outcomes = []
    for question in ("E1:1:tue:D", "E1:1:fri:A"):
        around = solver.why(unit, given, question, seconds=0.0, workers=1).around
        outcomes.append(around.outcome if around else None)
    assert outcomes == ["unknown", "free"]


def test_people_with_a_colon_in_their_id_can_be_asked_about() -> None:
    unit = scenario(employees=[line("A:1"), line("A:2")])
    found = asked_question("A:2:1:sun:L", unit)
    assert (found.employee, found.day, found.code) == ("A:2", 6, "L")


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("E1", ["shape"]),
        ("E1:1:mon", ["shape"]),
        ("E3:1:mon:D", ["unknown_employee"]),
        ("E1:0:mon:D", ["unknown_week"]),
        ("E1:2:mon:D", ["unknown_week"]),
        ("E1:²:mon:D", ["unknown_week"]),
        ("E1:1:man:D", ["unknown_day"]),
        ("E9:9:man:Q", ["unknown_employee", "unknown_week", "unknown_day", "unknown_code"]),
    ],
)
def test_a_question_that_cannot_be_read_says_what_to_write(question: str, kinds: list[str]) -> None:
    unit = scenario(employees=TWO)
    with pytest.raises(FaultError) as wrong:
        asked_question(question, unit)
    assert [one.code for one in wrong.value.faults] == kinds
    assert all(one.path == "--why" and one.instead.message for one in wrong.value.faults)
