"""Files with a value of the wrong shape: one line each, with its path and what to write instead."""

from __future__ import annotations

import pytest

from tests.files.good import changed, faults

Change = tuple[str, str]
Line = tuple[str, str]
CASES: dict[str, tuple[list[Change], list[Line]]] = {
    "a_word_for_a_number": (
        [("weeks: 12 ", "weeks: tolv ")],
        [
            ("cycle.weeks", "Må være et helt tall, ikke «tolv». Skriv et helt tall fra 1 til 200."),
        ],
    ),
    "a_decimal_for_a_whole_number": (
        [("weeks: 12 ", "weeks: 12.5 ")],
        [
            ("cycle.weeks", "Må være et helt tall, ikke «12.5». Skriv et helt tall fra 1 til 200."),
        ],
    ),
    "no_weeks": (
        [("weeks: 12 ", "weeks: 0 ")],
        [
            ("cycle.weeks", "0 er utenfor det som er mulig. Skriv et tall fra 1 til 200."),
        ],
    ),
    "too_many_weeks": (
        [("weeks: 12 ", "weeks: 201 ")],
        [
            ("cycle.weeks", "201 er utenfor det som er mulig. Skriv et tall fra 1 til 200."),
        ],
    ),
    "a_number_in_quotes": (
        [("max_weekends: 3 ", 'max_weekends: "3" ')],
        [
            (
                "employees[0].max_weekends",
                'Må være et helt tall, ikke «"3"». Skriv et helt tall fra 0 til 200.',
            ),
        ],
    ),
    "a_word_for_true": (
        [("long_shifts: true", "long_shifts: ja")],
        [
            ("employees[0].long_shifts", "Må være true eller false, ikke «ja». Skriv true eller false."),
        ],
    ),
    "an_unknown_field": (
        [("position: {current: 75", "positon: {current: 75")],
        [
            ("employees[0].positon", "Ukjent felt. Mente du «position»?"),
        ],
    ),
    "an_unknown_field_within": (
        [("current: 75,", "curent: 75,")],
        [
            ("employees[0].position.curent", "Ukjent felt. Mente du «current»?"),
        ],
    ),
    "an_unknown_field_at_the_top": (
        [("budget_fte: 15.0", "budget: 15.0")],
        [
            ("budget", "Ukjent felt. Mente du «budget_fte»?"),
        ],
    ),
    "a_name_from_the_code": (
        [("current: 75", "given_current_basis_points: 7500")],
        [
            (
                "employees[0].position.given_current_basis_points",
                "Ukjent felt. Kjente felt her: current, wanted, min, max.",
            ),
        ],
    ),
    "a_missing_field": (
        [('{code: D,  name: Dag,      start: "07:30",', "{code: D,  name: Dag,")],
        [
            ("shifts[0].start", "Feltet mangler. Legg det til."),
        ],
    ),
    "a_missing_id": (
        [("{id: V01, vacant: true,", "{vacant: true,")],
        [
            ("employees[1].id", "Feltet mangler. Legg det til."),
        ],
    ),
    "no_schema": (
        [("schema: heltid.scenario/1\n", "")],
        [
            ("schema", "Feltet mangler. Legg det til."),
        ],
    ),
    "another_schema": (
        [("schema: heltid.scenario/1", "schema: heltid.scenario/2")],
        [
            (
                "schema",
                "«heltid.scenario/2» er ukjent her. Mente du «heltid.scenario/1»? Skriv en av: "
                "heltid.scenario/1.",
            ),
        ],
    ),
    "an_empty_field": (
        [("competences: [assistant, skilled, college]   #", "competences: #")],
        [
            ("competences", "Feltet er tomt. Skriv en verdi, eller fjern feltet."),
        ],
    ),
    "a_word_for_a_list": (
        [("days: [tue], weeks: [1, 3, 5", "days: tue, weeks: [1, 3, 5")],
        [
            ("demand[4].days", "Må være en liste, ikke «tue». Skriv [tue]."),
        ],
    ),
    "a_number_for_fields": (
        [("{primary: 2, secondary: 3, team: 6}", "2")],
        [
            ("contact_limits", "Må være felt, ikke «2». Skriv {felt: verdi}."),
        ],
    ),
    "a_number_for_text": (
        [("id: E01\n    name", "id: 101\n    name")],
        [
            ("employees[0].id", 'Må være tekst, ikke 101. Skriv det i anførselstegn: "101".'),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "lines"), CASES.values(), ids=CASES)
def test_a_value_of_the_wrong_shape_is_named(changes: list[Change], lines: list[Line]) -> None:
    assert faults(changed(*changes)) == [f"{path}: {said}" for path, said in lines]
