"""The report: what a planner reads after a plan."""

from typing import Any

import pytest

from solver.domain.roster import Run
from solver.present.report import Report
from solver.present.text import plain
from tests.present.helpers import Data, line, roster, told, unit

WEEK = "D D . D D . ."
PART_TIMER = line(position={"current": 50, "wanted": 100})
NURSE: Data = {"start": "07:30", "end": "15:00", "days": ["sat"], "min": 1, "competence": "college"}


def report(
    lines: dict[str, str] | None = None, lang: str = "nb", update: Data | None = None, **asked: Any
) -> str:
    scenario = unit(**{"employees": [PART_TIMER]} | asked)
    given = told(scenario, roster(scenario, lines or {"E1": WEEK})).model_copy(update=update or {})
    return "\n".join(plain(pieces) for pieces in Report(scenario, given, lang).lines())


def test_it_begins_with_the_units_name() -> None:
    assert report(name="Solsiden").startswith("Solsiden\n")


def test_a_position_is_told_before_and_after_with_what_was_wanted() -> None:
    row = next(row for row in report().splitlines() if row.startswith("E1") and "skilled" in row)
    assert row.split()[2:8] == ["50", "%", "100", "%", "84", "%"]


def test_the_balance_is_told_with_its_sign() -> None:
    assert "+0:11" in report()


def test_a_vacant_line_is_told_as_such() -> None:
    assert "ledig" in report(employees=[line(), line("V1", vacant=True)], lines={"E1": WEEK})


def test_a_hole_names_week_day_time_how_many_and_the_competence() -> None:
    assert "uke 1 lør 07:30-15:00: mangler 1 (college)" in report(demand=[NURSE])


def test_holes_without_demand_have_no_heading() -> None:
    assert "Hull" not in report()


def test_a_goal_is_told_with_its_value_in_words_and_what_is_proven() -> None:
    text = report(demand=[NURSE])
    assert "Udekket bemanning" in text
    assert "450 personminutter (7 t 30 min)" in text
    assert "ingen grense bevist" in text


def test_warnings_are_told_as_sentences() -> None:
    assert "Turnusen har 12 t 15 min mer betalt tid enn dagens stillinger (Enhetens regler)." in report()


def test_measures_are_one_sentence() -> None:
    assert "Gjennomsnittlig stilling 84 %; i bruk: 1 linje," in report()


def test_how_long_it_took_and_what_stopped_it_is_told() -> None:
    text = report(update={"run": Run(seconds=41.2, first_roster_seconds=1.9, stopped_by="user")})
    assert "41,2 s, første turnus etter 1,9 s, stoppet av brukeren" in text


def test_that_no_law_was_checked_is_told() -> None:
    assert "Ingen lov eller avtale er kontrollert" in report(agreement={"level": "not_norwegian"})
    assert "Ingen lov" not in report()


def test_people_who_could_be_exchanged_are_named() -> None:
    people = [line(), line("E2") | {"name": "Bodil"}]
    text = report({"E1": WEEK, "E2": WEEK}, update={"exchangeable": (("E1", "E2"),)}, employees=people)
    assert "E1 og E2 Bodil kunne byttet linje uten at noe mål endres." in text


def test_people_of_whom_any_two_could_be_exchanged_are_named_together() -> None:
    people = [line(f"E{number}") for number in range(1, 5)]
    pairs = (("E1", "E2"), ("E1", "E3"), ("E2", "E3"), ("E3", "E4"))
    text = report(
        dict.fromkeys(["E1", "E2", "E3", "E4"], WEEK), update={"exchangeable": pairs}, employees=people
    )
    assert "E1, E2 og E3: to hvilke som helst av dem kunne byttet linje" in text
    assert "E3 og E4 kunne byttet linje" in text
    assert text.count("byttet") == 2


def test_on_a_shared_line_it_is_places_that_are_exchanged() -> None:
    people, shared = [line(), line("E2")], {"weeks": 2, "rotation": "shared"}
    text = report(
        {"E1": WEEK, "E2": WEEK}, update={"exchangeable": (("E1", "E2"),)}, employees=people, cycle=shared
    )
    assert "E1 og E2 kunne byttet plass på den felles linjen" in text


def test_notes_are_told_and_one_without_words_is_not_lost() -> None:
    text = report(
        update={"notes": ({"code": "contacts_not_planned", "goals": ["team_gaps"]}, {"code": "strange"})}
    )
    assert "Kontaktene for beboerne er ikke planlagt." in text
    assert "strange" in text


@pytest.mark.parametrize("word", ["Stillinger", "Merknader", "Mål", "timer", "Gjennomsnittlig"])
def test_an_english_reader_meets_no_norwegian(word: str) -> None:
    text = report(lang="en", demand=[NURSE])
    assert word not in text


def test_it_has_no_escape_codes() -> None:
    assert "\x1b" not in report()
