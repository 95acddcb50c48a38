"""People whose whole lines could be swapped without any goal changing."""

from typing import Any

import solver
from solver.domain.finding import Finding
from solver.domain.work import Sheet
from solver.exchange.pairs import exchanges
from solver.rules.base import Card, Rule
from solver.rules.registry import RULES
from tests.builders import Data, codes, line, scenario, tuples
from tests.goals.helpers import roster

EARLY, LATE = "D D D D . . .", ". A A A A . ."
LOOSE = {"hours_tolerance_percent": 100}


def pairs(
    people: list[Data], texts: list[str], positions: list[float] | None = None, **asked: Any
) -> list[tuple[str, str]]:
    """The pairs among people `E1`, `E2` .. who walk these lines."""
    named = [line(f"E{number}") | person for number, person in enumerate(people, start=1)]
    unit = scenario(**{"rotation": "none", "agreement": LOOSE, "employees": named} | asked)
    names = [person["id"] for person in named]
    sizes = dict(zip(names, positions, strict=True)) if positions else None
    whole = solver.audit(unit, roster(unit.cycle.days, dict(zip(names, texts, strict=True)), sizes))
    assert not whole.breaches
    return list(exchanges(unit, whole.roster).pairs)


def test_two_alike_with_different_lines_could_be_exchanged() -> None:
    assert pairs([{}, {}], [EARLY, LATE]) == [("E1", "E2")]


def test_the_same_lines_are_exchangeable_too() -> None:
    assert pairs([{}, {}], [EARLY, EARLY]) == [("E1", "E2")]


def test_nobody_has_a_vacant_line() -> None:
    assert pairs([{}, {"vacant": True}], [EARLY, LATE]) == []


def test_who_cannot_work_the_others_shifts_keeps_the_line() -> None:
    assert pairs([{}, {"shifts": ["A"]}], [EARLY, LATE]) == []
    assert pairs([{}, {"unavailable": [{"days": ["mon"]}]}], [EARLY, LATE]) == []


def test_a_position_beyond_what_one_may_have_is_not_taken_over() -> None:
    half = {"position": {"current": 50}}
    assert pairs([{}, half], [EARLY, LATE], [100, 50]) == []


def test_positions_may_be_exchanged_where_both_want_the_same() -> None:
    wants = {"position": {"current": 50, "wanted": 100}}
    assert pairs([wants, wants], [EARLY, LATE], [100, 50]) == [("E1", "E2")]
    assert pairs([wants, {"position": {"min": 50, "max": 100}}], [EARLY, LATE], [100, 50]) == [("E1", "E2")]


def test_a_wish_that_would_be_lost_keeps_two_apart_and_one_for_one_does_not() -> None:
    monday_off = {"wishes": [{"days": ["mon"], "shift": ""}]}
    assert pairs([{}, monday_off], [EARLY, LATE]) == []
    assert pairs([{}, monday_off], [EARLY, LATE], goals=("cover",)) == [("E1", "E2")]
    assert pairs([monday_off, monday_off], [EARLY, LATE]) == [("E1", "E2")]


def test_competence_keeps_two_apart_only_where_it_is_asked_for() -> None:
    nurse, row = {"competence": "college"}, {"start": "07:30", "end": "15:00", "competence": "college"}
    assert pairs([nurse, {}], [EARLY, LATE]) == [("E1", "E2")]
    assert pairs([nurse, {}], [EARLY, LATE], demand=[row | {"days": ["mon"], "min": 1}]) == []
    assert pairs([nurse, {}], [EARLY, LATE], demand=[row | {"days": ["fri"], "min": 1}]) == [("E1", "E2")]


def test_a_most_that_would_be_passed_keeps_two_apart() -> None:
    none_early = {"start": "07:30", "end": "15:00", "group": "team-1", "max": 0}
    assert pairs([{}, {"groups": ["team-1"]}], [EARLY, LATE], demand=[none_early]) == []


def test_weekends_shared_among_others_are_not_moved_to_them() -> None:
    weekend = ". . . D D D D"
    nurse = {"competence": "college"}
    three = [EARLY, weekend, weekend]
    assert pairs([{}, {}, nurse], three) == [("E1", "E2"), ("E2", "E3")]
    assert pairs([{}, {}, nurse], three, goals=("cover",)) == [("E1", "E2"), ("E1", "E3"), ("E2", "E3")]


def test_the_budget_is_held_where_full_time_is_not_the_same() -> None:
    """Four shifts and three are 0.85 and 0.76 of the two's full time, the other way round 0.63 and 1.02."""
    one: Data = {"position": {"current": 80}}
    people, lines = [one, one | {"weekly_minutes": 1775}], [EARLY, "D D D . . . ."]
    assert pairs(people, lines, [80, 80], budget_fte=1.65) == [("E1", "E2")]
    assert pairs(people, lines, [80, 80], budget_fte=1.61) == []


def test_in_shared_rotation_places_on_the_line_are_exchanged() -> None:
    people = [line(), line("E2")]
    unit = scenario(weeks=2, rotation="shared", employees=people, agreement=LOOSE)
    first = codes(f"{EARLY} {LATE}", unit.cycle.days)
    made = roster(unit.cycle.days, {"E1": f"{EARLY} {LATE}", "E2": f"{LATE} {EARLY}"})
    assert list(made.lines[0].days) == first
    assert exchanges(unit, solver.audit(unit, made).roster).pairs == (("E1", "E2"),)


def test_a_rule_of_ones_own_is_held_too() -> None:
    class NotEarly(Rule):
        card = Card(id="not_early", level="unit", name="", sentence="", law="")

        def audit_line(self, line: Any) -> Any:
            if line.employee.id == "E2" and line.works(0):
                yield self.found(line, 0)

    class Together(Rule):
        card = Card(id="together", level="unit", name="", sentence="", law="")

        def audit(self, sheet: Sheet) -> list[Finding]:
            return [] if sheet.line_of["E1"].works(0) else [self.found()]

    unit = scenario(agreement=LOOSE, employees=[line(), line("E2")])
    whole = solver.audit(unit, roster(7, {"E1": EARLY, "E2": LATE})).roster
    assert exchanges(unit, whole).pairs
    assert not exchanges(unit, whole, rules=(*RULES, NotEarly())).pairs
    assert not exchanges(unit, whole, rules=(*RULES, Together())).pairs


def test_the_roster_in_force_tells_people_apart() -> None:
    unit = scenario(agreement=LOOSE, employees=[line(), line("E2")], goals=tuples(["cover", "changes"]))
    now = roster(7, {"E1": EARLY, "E2": LATE})
    whole = solver.audit(unit, now).roster
    assert exchanges(unit, whole).pairs
    assert not exchanges(unit, whole, current=now).pairs


def test_when_time_is_up_it_says_that_not_every_pair_was_tried() -> None:
    unit = scenario(agreement=LOOSE, employees=[line(), line("E2")])
    whole = solver.audit(unit, roster(7, {"E1": EARLY, "E2": LATE})).roster
    found = exchanges(unit, whole, is_over=lambda: True)
    assert (found.pairs, found.complete) == ((), False)


def test_a_plan_names_its_pairs() -> None:
    unit = scenario(agreement=LOOSE, employees=[line(), line("E2")])
    assert solver.plan(unit, work=1, workers=1).exchangeable == (("E1", "E2"),)
