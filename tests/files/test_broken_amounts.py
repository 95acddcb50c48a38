"""Files whose amounts cannot hold together."""

from __future__ import annotations

import pytest

from tests.files.good import changed, faults

Change = tuple[str, str]
Line = tuple[str, str]
CASES: dict[str, tuple[list[Change], list[Line]]] = {
    "a_start_on_a_tuesday": (
        [("2027-01-04", "2027-01-05")],
        [
            ("cycle.start", "2027-01-05 er ikke en mandag. Skriv mandagen i uke 1."),
        ],
    ),
    "wanted_under_min": (
        [("min: 5, wanted: 6, max: 6", "min: 5, wanted: 4, max: 6")],
        [
            ("demand[0].wanted", "wanted er 4, men min er 5. Skriv 5 eller mer."),
        ],
    ),
    "max_under_min": (
        [("min: 4, max: 5", "min: 6, max: 5")],
        [
            ("demand[1].max", "max er 5, men min er 6. Skriv 6 eller mer."),
        ],
    ),
    "a_row_without_amounts": (
        [("min: 4, max: 5", "competence: skilled")],
        [
            ("demand[1]", "Raden sier ikke hvor mange. Legg til min, wanted eller max."),
        ],
    ),
    "min_over_max": (
        [("{current: 75, wanted: 100}", "{current: 75, min: 80, max: 60}")],
        [
            ("employees[0].position.max", "max er 60, men min er 80. Skriv 80 eller mer."),
        ],
    ),
    "max_under_the_position_today": (
        [("{current: 75, wanted: 100}", "{current: 75, max: 60}")],
        [
            (
                "employees[0].position.max",
                "max er 60, men den minste stillingen er 75. Legg til min, 60 eller mindre.",
            ),
        ],
    ),
    "min_over_the_position_wanted": (
        [("{current: 75, wanted: 100}", "{current: 75, min: 80}")],
        [
            (
                "employees[0].position.min",
                "min er 80, men den største stillingen er 75. Legg til max, 80 eller mer.",
            ),
        ],
    ),
    "min_weekends_over_max": (
        [("max_weekends: 3 ", "max_weekends: 3\n    min_weekends: 4 ")],
        [
            ("employees[0].max_weekends", "max_weekends er 3, men min_weekends er 4. Skriv 4 eller mer."),
        ],
    ),
    "more_weekends_than_weeks": (
        [("max_weekends: 3 ", "min_weekends: 13 ")],
        [
            ("employees[0].min_weekends", "13 er flere enn ukene i turnusen. Skriv 12 eller mindre."),
        ],
    ),
    "days_before_a_roster_that_repeats": (
        [("before: []", "before: [D, D]")],
        [
            (
                "employees[0].before",
                "En turnus som gjentas, har ingen dager før. Fjern before, eller skriv rotation: none.",
            ),
        ],
    ),
    "working_longer_than_the_clock": (
        [("paid_minutes: 720,", "paid_minutes: 720, working_minutes: 721,")],
        [
            (
                "shifts[2].working_minutes",
                "Vakten varer i 720 minutter, men working_minutes er 721. Skriv 720 eller mindre.",
            ),
        ],
    ),
    "least_days_over_most": (
        [("min_consecutive_days: 1", "min_consecutive_days: 6")],
        [
            (
                "rules.max_consecutive_days",
                "max_consecutive_days er 5, men min_consecutive_days er 6. Skriv 6 eller mer.",
            ),
        ],
    ),
    "own_least_over_the_units_most": (
        [("rules: {max_consecutive_nights: 2}", "rules: {min_consecutive_days: 6}")],
        [
            (
                "employees[0].rules.min_consecutive_days",
                "max_consecutive_days er 5, men min_consecutive_days er 6. Skriv 6 eller mer.",
            ),
        ],
    ),
    "least_shifts_over_most": (
        [("min_shifts: {}", "min_shifts: {L: 5}")],
        [
            ("rules.max_shifts.L", "max_shifts er 4, men min_shifts er 5. Skriv 5 eller mer."),
        ],
    ),
    "least_minutes_over_most": (
        [("min_shifts: {}", "min_shifts: {}\n  max_minutes: 900\n  min_minutes: 901")],
        [
            ("rules.max_minutes", "max_minutes er 900, men min_minutes er 901. Skriv 901 eller mer."),
        ],
    ),
    "a_free_weekend_on_weekdays": (
        [("{from: fri 18:00, until: mon 06:00}", "{from: mon 06:00, until: fri 18:00}")],
        [
            (
                "rules.free_weekend",
                "Tiden må omfatte helgen. Skriv for eksempel from: fri 18:00, until: mon 06:00.",
            ),
        ],
    ),
    "a_weight_alone": (
        [("goals: [cover,", "goals: [{id: cover, weight: 2},")],
        [
            (
                "goals[0].weight",
                "Vekt gjelder bare mål i en egen liste. Skriv [{id: ..., weight: ...}, ...].",
            ),
        ],
    ),
    "a_slack_in_a_sum": (
        [("goals: [cover,", "goals: [[{id: cover, slack: 2}],")],
        [
            ("goals[0][0].slack", "Slakk gjelder ikke mål i en vektet sum. Fjern slack."),
        ],
    ),
    "a_team_smaller_than_its_contacts": (
        [("team: 5}", "team: 1}")],
        [
            ("residents[0].contacts.team", "Teamet er 1, men 2 er bestemt. Skriv 2 eller mer."),
        ],
    ),
    "a_week_beyond_the_law": (
        [("weekly_minutes: 2130", "weekly_minutes: 2500")],
        [
            (
                "employees[0].weekly_minutes",
                "2500 minutter i uka er mer enn loven åpner for. Skriv 2400 eller mindre.",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "lines"), CASES.values(), ids=CASES)
def test_what_cannot_hold_together_is_named(changes: list[Change], lines: list[Line]) -> None:
    assert faults(changed(*changes)) == [f"{path}: {said}" for path, said in lines]
