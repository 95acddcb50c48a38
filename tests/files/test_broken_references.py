"""Files that name what is not there, or the same thing twice."""

from __future__ import annotations

import pytest

from tests.files.good import changed, faults

Change = tuple[str, str]
Line = tuple[str, str]
NOBODY = (
    "Ingen ansatte teller i denne raden. Rett kompetanse, ferdighet eller gruppe, "
    "eller la noen med stilling over 0 telle med."
)
CASES: dict[str, tuple[list[Change], list[Line]]] = {
    "unknown_code": (
        [("shifts: [D, A, L]", "shifts: [D, E, L]")],
        [
            ("employees[0].shifts[1]", "Vakten «E» finnes ikke. Skriv en av D, A, L, N."),
        ],
    ),
    "unknown_code_pinned": (
        [("shift: D}", "shift: d}")],
        [
            ("employees[0].pinned[0].shift", "Vakten «d» finnes ikke. Mente du «D»?"),
        ],
    ),
    "unknown_code_wished": (
        [("shift: A, want", "shift: K, want")],
        [
            ("employees[0].wishes[0].shift", "Vakten «K» finnes ikke. Skriv en av D, A, L, N."),
        ],
    ),
    "unknown_code_in_a_sequence": (
        [("[[A, D]", "[[A, DD]")],
        [
            ("rules.forbidden_sequences[0][1]", "Vakten «DD» finnes ikke. Mente du «D»?"),
        ],
    ),
    "unknown_code_counted": (
        [("max_shifts: {L: 4}", "max_shifts: {LL: 4}")],
        [
            ("rules.max_shifts.LL", "Vakten «LL» finnes ikke. Mente du «L»?"),
        ],
    ),
    "unknown_competence": (
        [("competence: college\n", "competence: colege\n")],
        [
            ("employees[0].competence", "Kompetansen «colege» finnes ikke. Mente du «college»?"),
        ],
    ),
    "unknown_competence_in_demand": (
        [("min: 1, competence: college", "min: 1, competence: nurse")],
        [
            (
                "demand[2].competence",
                "Kompetansen «nurse» finnes ikke. Skriv en av assistant, skilled, college.",
            ),
        ],
    ),
    "unknown_competence_of_a_contact": (
        [("{primary: college", "{primary: doctor")],
        [
            (
                "residents[0].contacts.primary",
                "Kompetansen «doctor» finnes ikke. Skriv en av assistant, skilled, college.",
            ),
        ],
    ),
    "an_unknown_competence_with_a_size": (
        [("small_position: 65", "small_position: {skiled: 60, default: 65}")],
        [
            ("small_position.skiled", "Kompetansen «skiled» finnes ikke. Mente du «skilled»?"),
        ],
    ),
    "two_with_one_id": (
        [("{id: V01", "{id: E01")],
        [
            ("employees[1].id", "«E01» står også i employees[0]. Gi dem hver sin."),
        ],
    ),
    "two_competences_of_one_name": (
        [("[assistant, skilled, college]", "[assistant, skilled, college, skilled]")],
        [
            ("competences[3]", "«skilled» står også i competences[1]. Gi dem hver sin."),
        ],
    ),
    "one_code_twice": (
        [("shifts: [D, A, L]", "shifts: [D, A, L, D]")],
        [
            ("employees[0].shifts[3]", "«D» står to ganger. Fjern den ene."),
        ],
    ),
    "a_week_after_the_last": (
        [("weeks: [1, 3, 5, 7, 9, 11]", "weeks: [1, 3, 13]")],
        [
            ("demand[4].weeks[2]", "Uke 13 er ikke i turnusen. Skriv en uke fra 1 til 12."),
        ],
    ),
    "a_skill_nobody_has": (
        [("skill: medication", "skill: medicaton")],
        [
            ("demand[3].skill", "Ingen ansatte har «medicaton». Mente du «medication»?"),
        ],
    ),
    "a_group_nobody_is_in": (
        [("group: team-1", "group: natt")],
        [
            ("demand[4].group", "Ingen ansatte har «natt». Gi noen det, eller fjern raden."),
        ],
    ),
    "rows_nobody_counts_in": (
        [("counts_in_cover: true", "counts_in_cover: false")],
        [
            ("demand[2]", NOBODY),
            ("demand[3]", NOBODY),
            ("demand[4]", NOBODY),
        ],
    ),
    "a_window_no_shift_touches": (
        [
            (
                'days: [tue], weeks: [1, 3, 5, 7, 9, 11], start: "13:00", end: "14:30"',
                'days: [tue], start: "01:00", end: "02:30"',
            )
        ],
        [
            (
                "demand[4]",
                "Ingen som teller i denne raden, har en vakt som overlapper tiden. Rett tiden, dagene eller "
                "vaktene.",
            ),
        ],
    ),
    "goals_twice": (
        [("goals: [cover,", "goals: [cover, [{id: strain}, {id: cover, weight: 2}],")],
        [
            ("goals[1][1]", "Målet «cover» står også i goals[0]. Fjern det ene."),
            ("goals[9]", "Målet «strain» står også i goals[1][0]. Fjern det ene."),
        ],
    ),
    "an_unknown_contact": (
        [("fixed: {primary: E01}", "fixed: {primary: E02}")],
        [
            ("residents[0].fixed.primary", "«E02» finnes ikke blant de ansatte. Mente du «E01»?"),
        ],
    ),
    "a_vacant_contact": (
        [("fixed: {primary: E01}", "fixed: {primary: V01}")],
        [
            ("residents[0].fixed.primary", "«V01» er en ledig linje. Skriv en ansatt."),
        ],
    ),
    "one_contact_twice": (
        [("fixed: {primary: E01}", "fixed: {primary: E01, secondary: E01}")],
        [
            ("residents[0].fixed.secondary", "«E01» er også primærkontakt. Velg en annen."),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "lines"), CASES.values(), ids=CASES)
def test_what_is_not_there_is_named(changes: list[Change], lines: list[Line]) -> None:
    assert faults(changed(*changes)) == [f"{path}: {said}" for path, said in lines]
