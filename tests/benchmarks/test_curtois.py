"""Curtois & Qu's instances: what stands in a file, what a roster breaks and costs, and that Heltid says the same."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given

import solver
from benchmarks.curtois import made_up, main, solved, weighed
from benchmarks.curtois.check import breaches, cost
from benchmarks.curtois.instance import Cover, Request, parse_instance
from benchmarks.curtois.scenario import scenario_of
from solver.domain.roster import Line, Roster
from solver.files.scenario import parse_scenario
from tests.agreement.examples import chances, examples
from tests.benchmarks.made import TEXT, instance, roster

READ = parse_instance(TEXT, "two")
LAWFUL = {
    "A": ["", "E", "E", "E", "E", "", "", "", "E", "E", "E", "", "", ""],
    "B": ["E", *[""] * 11, "L", ""],
}


def test_a_file_is_read_section_by_section() -> None:
    first, second = READ.staff
    assert (READ.days, [shift.id for shift in READ.shifts], READ.shifts[1].not_before) == (
        14,
        ["E", "L"],
        ("E", "E"),
    )
    assert (first.max_shifts, first.max_minutes, first.min_minutes) == ({"E": 14, "L": 0}, 4320, 3360)
    assert (second.max_consecutive, second.min_consecutive, second.min_consecutive_off) == (4, 1, 2)
    assert (first.max_weekends, sorted(first.days_off), second.days_off) == (1, [0, 13], frozenset())
    assert READ.requests == (
        Request("A", day=2, shift="E", weight=2, wants=True),
        Request("B", day=12, shift="L", weight=3, wants=False),
    )
    assert READ.cover[1] == Cover(5, "L", wanted=2, under=50, over=3)


def test_a_file_without_its_sections_is_refused() -> None:
    with pytest.raises(ValueError, match="no section COVER"):
        parse_instance(TEXT.replace("SECTION_COVER", "SECTION_OTHER"), "two")


def test_a_roster_costs_its_requests_and_its_cover() -> None:
    assert breaches(READ, LAWFUL) == []
    assert cost(READ, LAWFUL) == 3 + 2 * 50
    more = LAWFUL | {"A": ["E", "", *LAWFUL["A"][2:]]}
    assert cost(READ, more) == 3 + 2 * 50 + 1


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("E E E E E E . . . E E . . .", "6 days in a row from day 0, at most 5"),
        (". E E E . . . E . . . E E E", "only 1 days in a row from day 7"),
        (". E E E . . E E E E . . . .", "only 2 days off in a row from day 4"),
        (". E E . . . . . . . . . . .", "960 minutes, not 3360-4320"),
        (". L L E E . . . E E E . . .", "E follows L on day 3"),
        (". L L L E . . . E E E . . .", "3 of L, at most 0"),
        (". E E E . . . E E E E . . E", "works on day 13, a day off"),
        (". . . . E E . . . . . E E E", "2 weekends, at most 1"),
    ],
)
def test_every_hard_rule_is_checked(days: str, told: str) -> None:
    found = breaches(READ, LAWFUL | {"A": [code.strip(".") for code in days.split()]})
    assert f"A: {told}" in found


def test_heltid_finds_the_breaches_and_the_cost_that_the_file_says() -> None:
    seen: Counter[bool] = Counter()

    @examples(60)
    @given(chances)
    def agree(rng: Random) -> None:
        made = instance(rng)
        raw = scenario_of(made)
        scenario = parse_scenario(raw)
        for _ in range(6):
            days = roster(rng, made)
            checked = solver.audit(scenario, of_codes(days))
            assert bool(checked.breaches) == bool(breaches(made, days))
            goals = {goal.id: {"value": goal.value} for goal in checked.goals}
            assert weighed(raw, {"goals": goals}) == cost(made, days)
            seen[bool(checked.breaches)] += 1

    agree()
    assert min(seen[True], seen[False]) >= 10, "the rosters must be of both kinds"


def of_codes(days: dict[str, list[str]]) -> Roster:
    lines = (Line(employee=who, position_basis_points=100, days=tuple(codes)) for who, codes in days.items())
    return Roster.model_validate({"lines": tuple(line.model_dump(by_alias=True) for line in lines)})


def test_what_is_not_whole_weeks_is_refused() -> None:
    with pytest.raises(ValueError, match="not whole weeks"):
        scenario_of(parse_instance(TEXT.replace("14", "13"), "odd"))


def test_an_instance_is_solved_through_the_front_door() -> None:
    text = TEXT.replace("14\n", "7\n").replace("A,0,13", "A,0").replace("B,12,L,3", "B,3,L,3")
    small = parse_instance(text.replace("4320,3360", "4320,1440"), "one")
    row = solved(small, 300, "heltid", workers=1, seed=1)
    assert (row["instance"], row["status"], row["value"]) == ("one", "optimal", row["bound"])
    assert "broken" not in row


def test_where_the_instances_are_not_here_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HELTID_BENCHMARKS", "nowhere")
    assert main([]) == 0
    assert "HELTID_BENCHMARKS" in capsys.readouterr().out


def test_a_made_up_instance_can_be_read() -> None:
    found = parse_instance("\n".join(made_up.instance(5, 4, 3, seed=1)), "made up")
    assert (found.days, len(found.staff), len(found.shifts), len(found.cover)) == (28, 5, 3, 84)
    assert all(one.days_off for one in found.staff)
