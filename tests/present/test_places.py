"""What stands at a place in a file, in words."""

from __future__ import annotations

import pytest

from solver.present.places import place_words
from tests.present.helpers import line, unit

RULES = {
    "max_consecutive_days": 5,
    "weekend_shape": "both",
    "free_weekend": {"from": "fri 18:00", "until": "mon 06:00"},
    "forbidden_sequences": [["A", "D"], ["N", "", "D"]],
    "max_shifts": {"L": 4},
}
WHO = line(
    "E1",
    position={"current": 75, "wanted": 80.5, "min": 70},
    max_weekends=3,
    min_weekends=1,
    shifts=["D", "A"],
    other_minutes=90,
    weekly_minutes=2130,
    norm="tredelt",
    before=["N", ""],
    pinned=[{"days": ["tue"], "weeks": [1, 2, 4], "shift": "A"}, {"days": ["sat", "sun"], "shift": ""}],
    unavailable=[{"days": ["mon", "wed", "thu", "fri"], "start": "15:00", "end": "23:00"}, {"weeks": [2]}],
    elsewhere=[{"days": ["mon"], "start": "08:00", "end": "15:30"}],
    rules={"min_shifts": {"N": 2}, "max_minutes": 4290},
)
WHO["name"] = "Ada"
ASKED = unit(
    weeks=4,
    rotation="none",
    rules=RULES,
    budget_fte=15.5,
    demand=[{"days": ["sat", "sun"], "start": "10:00", "end": "22:00", "max": 5}],
    employees=[WHO],
)
SAID = {
    "employees[0]": "E1 Ada har en linje",
    "employees[0].position.current": "stillingen til E1 Ada er 75 %",
    "employees[0].position.wanted": "E1 Ada ønsker 80,5 % stilling",
    "employees[0].position.min": "stillingen til E1 Ada skal være minst 70 %",
    "employees[0].max_weekends": "E1 Ada arbeider høyst 3 helger",
    "employees[0].min_weekends": "E1 Ada arbeider minst 1 helg",
    "employees[0].shifts": "E1 Ada går bare D, A",
    "employees[0].other_minutes": "E1 Ada har 1 t 30 min utenom vaktene",
    "employees[0].weekly_minutes": "full tid for E1 Ada er 35 t 30 min i uken",
    "employees[0].norm": "normen til E1 Ada er tredelt",
    "employees[0].before": "dagene til E1 Ada før turnusen begynner: N, fri",
    "employees[0].pinned[0]": "E1 Ada er låst til A uke 1-2, 4 tir",
    "employees[0].pinned[1]": "E1 Ada er låst til fri lør-søn",
    "employees[0].unavailable[0]": "E1 Ada er ikke tilgjengelig man, ons-fre 15:00-23:00",
    "employees[0].unavailable[1]": "E1 Ada er ikke tilgjengelig uke 2 man-søn",
    "employees[0].elsewhere[0]": "E1 Ada arbeider i en annen enhet man 08:00-15:30",
    "employees[0].rules.min_shifts.N": "egen regel for E1 Ada: minst 2 N i turnusen",
    "employees[0].rules.max_minutes": "egen regel for E1 Ada: høyst 71 t 30 min betalt tid i turnusen",
    "rules.max_consecutive_days": "enhetens regel: høyst 5 arbeidsdager på rad",
    "rules.weekend_shape": "enhetens regel: en arbeidshelg er begge dagene",
    "rules.free_weekend": "enhetens regel: en frihelg er fri fre 18:00 - man 06:00",
    "rules.forbidden_sequences[1]": "enhetens regel: rekkefølgen N - fri - D er ikke tillatt",
    "rules.max_shifts.L": "enhetens regel: høyst 4 L i turnusen",
    "demand[0].max": "høyst 5 på jobb lør-søn 10:00-22:00",
    "budget_fte": "rammen er 15,5 årsverk",
    "shifts[2].days": "L går bare lør-søn",
}


@pytest.mark.parametrize("path", SAID)
def test_a_place_is_told_in_words(path: str) -> None:
    assert place_words(path, ASKED, "nb") == SAID[path]


def test_of_the_days_of_a_place_those_that_matter_are_told() -> None:
    assert place_words("employees[0].pinned[1]", ASKED, "nb", (5, 6, 12)) == (
        "E1 Ada er låst til fri uke 1 lør-søn, uke 2 lør"
    )


def test_an_english_reader_gets_english() -> None:
    assert place_words("employees[0].pinned[0]", ASKED, "en") == "E1 Ada is pinned to A week 1-2, 4 Tue"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "employees[7].pinned[0]",
        "employees[0].nothing",
        "rules.max_consecutive_nights",
        "employees[0].pinned[9]",
        "rules.max_shifts.X",
    ],
)
def test_a_place_the_scenario_does_not_have_has_no_words(path: str) -> None:
    assert place_words(path, ASKED, "nb") == ""


def test_who_works_no_shifts_at_all_is_told_so() -> None:
    asked = unit(employees=[line("E1", shifts=[])])
    assert place_words("employees[0].shifts", asked, "nb") == "E1 går ingen vakter"
