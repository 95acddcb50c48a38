"""Files with a time, a percent, a date or a word that is none."""

from __future__ import annotations

import pytest

from tests.files.good import changed, faults

Change = tuple[str, str]
Line = tuple[str, str]
CASES: dict[str, tuple[list[Change], list[Line]]] = {
    "an_unquoted_time": (
        [('start: "13:00"', "start: 13:00")],
        [
            (
                "demand[4].start",
                'Klokkeslettet 13:00 mangler anførselstegn. Skriv det i anførselstegn: "13:00".',
            ),
        ],
    ),
    "an_unquoted_short_time": (
        [('start: "08:00", end: "22:00", min', 'start: 8:00, end: "22:00", min')],
        [
            (
                "demand[3].start",
                'Klokkeslettet 8:00 mangler anførselstegn. Skriv det i anførselstegn: "08:00".',
            ),
        ],
    ),
    "a_time_with_a_dot": (
        [('start: "13:00"', 'start: "13.00"')],
        [
            ("demand[4].start", '«"13.00"» er ikke et klokkeslett. Skriv "TT:MM", som "07:30".'),
        ],
    ),
    "24_hours": (
        [('start: "08:00", end: "22:00", min', 'start: "08:00", end: "24:00", min')],
        [
            ("demand[3].end", '«24:00» er ikke et klokkeslett. Skriv "00:00".'),
        ],
    ),
    "a_day_time_in_words": (
        [("from: fri 18:00", "from: fredag 18")],
        [
            ("rules.free_weekend.from", "«fredag 18» er ikke dag og klokkeslett. Skriv det slik: fri 18:00."),
        ],
    ),
    "a_date_that_is_none": (
        [("2027-01-04", "2027-02-30")],
        [
            ("cycle.start", "«2027-02-30» er ikke en dato. Skriv år-måned-dag, som 2027-01-04."),
        ],
    ),
    "three_decimals": (
        [("current: 75", "current: 75.125")],
        [
            ("employees[0].position.current", "75.125 har mer enn to desimaler. Skriv høyst to desimaler."),
        ],
    ),
    "over_100_percent": (
        [("wanted: 100", "wanted: 110")],
        [
            ("employees[0].position.wanted", "110 er utenfor det som er mulig. Skriv et tall fra 0 til 100."),
        ],
    ),
    "a_percent_sign": (
        [("current: 75", "current: 75 %")],
        [
            ("employees[0].position.current", "Må være et tall, ikke «75 %». Skriv et tall fra 0 til 100."),
        ],
    ),
    "a_norwegian_day": (
        [("days: [fri], weeks: [2]", "days: [fredag], weeks: [2]")],
        [
            (
                "employees[0].wishes[0].days[0]",
                "«fredag» er ukjent her. Mente du «fri»? Skriv en av: mon, tue, wed, thu, fri, sat, sun.",
            ),
        ],
    ),
    "an_unknown_rotation": (
        [("rotation: individual ", "rotation: rotating ")],
        [
            ("cycle.rotation", "«rotating» er ukjent her. Skriv en av: individual, shared, none."),
        ],
    ),
    "an_unknown_goal": (
        [("goals: [cover", "goals: [covr")],
        [
            ("goals[0]", "«covr» er ukjent her. Mente du «cover»?"),
        ],
    ),
    "a_code_with_a_space": (
        [("{code: N, ", '{code: "N 1", ')],
        [
            ("shifts[3].code", "«N 1» har mellomrom eller tegn som ikke kan stå her. Fjern dem."),
        ],
    ),
    "an_unknown_agreement": (
        [("agreement: ks-turnus-local ", "agreement: ks-turnus-lokal ")],
        [
            ("agreement", "Avtalen «ks-turnus-lokal» finnes ikke. Mente du «ks-turnus-local»?"),
        ],
    ),
    "a_list_for_an_agreement": (
        [("agreement: ks-turnus-local ", "agreement: [ks-turnus-local] ")],
        [
            (
                "agreement",
                "Avtalen «[..]» finnes ikke. Skriv en av aml-hovedregel, ks-individuell, ks-langvakt-sfs2310,"
                " ks-turnus-local, ks-turnus-local-8-28, eller avtalens felt.",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "lines"), CASES.values(), ids=CASES)
def test_a_value_that_is_none_is_named(changes: list[Change], lines: list[Line]) -> None:
    assert faults(changed(*changes)) == [f"{path}: {said}" for path, said in lines]
