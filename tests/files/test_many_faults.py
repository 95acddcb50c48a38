"""Every fault of a file at once: none is hidden by another, and none is told twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.domain.fault import FaultError
from solver.files.scenario import load_scenario, parse_scenario
from solver.files.yaml import read_raw
from tests.files.good import GOOD, changed, faults, with_agreement
from tests.files.mangle import mangled


def paths(text: str) -> list[str]:
    return [line.partition(": ")[0] for line in faults(text)]


def test_faults_of_every_kind_are_told_together() -> None:
    text = changed(
        ("weeks: [2]", "weeks: [20]"),
        ("long_shifts: true", "long_shift: true"),
        ('start: "08:00", end: "15:30"', "start: 08:00, end: 15:30"),
        ("min: 5, wanted: 6, max: 6", "min: 5, wanted: 4, max: 6"),
        ("skill: medication}", "skill: first-aid}"),
        ("{id: V01, vacant: true,", "{id: V01, vacant: ja,"),
        ("  max_consecutive_days: 5\n", "  max_consecutive_days: 5\n  max_consecutive_days: 6\n"),
        ("weekend_shape: any", "weekend_shape: long"),
        ("goals: [cover,", "goals: [covers,"),
        ("2027-01-04", "2027-01-06"),
    )
    assert sorted(paths(text)) == sorted([
        "rules.max_consecutive_days",
        "employees[0].long_shift",
        "employees[0].elsewhere[0].start",
        "employees[0].elsewhere[0].end",
        "employees[0].wishes[0].weeks[0]",
        "employees[1].vacant",
        "demand[0].wanted",
        "demand[3].skill",
        "rules.weekend_shape",
        "goals[0]",
        "cycle.start",
    ])  # fmt: skip


def test_a_path_is_the_files_own_when_something_before_it_was_faulty() -> None:
    text = changed(
        ("  - {days: [mon, tue, wed, thu, fri], start: \"07:30\", end: \"15:00\", min: 5", "  - {min: 5"),
        ("min: 4, max: 5", "min: 6, max: 5"),
        ("shifts: [D, A, L]", "shifts: [1, 2, Q]"),
        ("{id: V01, vacant: true, competence: skilled}", "{vacant: true}\n  - {id: V02, competence: doctor}"),
    )  # fmt: skip
    assert paths(text) == [
        "demand[0].start",
        "demand[0].end",
        "employees[0].shifts[0]",
        "employees[0].shifts[1]",
        "employees[1].id",
        "employees[0].shifts[2]",
        "employees[2].competence",
        "demand[1].max",
    ]


def test_a_place_in_a_sentence_is_the_files_own_too() -> None:
    assert faults(changed(("goals: [cover,", "goals: [covr, strain, cover,"))) == [
        "goals[0]: «covr» er ukjent her. Mente du «cover»?",
        "goals[10]: Målet «strain» står også i goals[1]. Fjern det ene.",
    ]


def test_a_reference_to_a_faulty_shift_is_not_a_fault_of_its_own() -> None:
    text = changed(('{code: A,  name: Aften,    start: "15:00",', "{code: A,  name: Aften,    start: 15:00,"))
    assert paths(text) == ["shifts[1].start"]


def test_a_reference_is_checked_when_only_a_shifts_minutes_are_faulty() -> None:
    text = changed(
        ('"15:00", end: "22:30", paid_minutes: 450', '"15:00", end: "22:30", paid_minutes: x'),
        ("shifts: [D, A, L]", "shifts: [D, A, K]"),
    )
    assert paths(text) == ["shifts[1].paid_minutes", "employees[0].shifts[2]"]


def test_a_faulty_employee_is_no_reason_to_miss_a_contact() -> None:
    assert paths(changed(("id: E01\n    name", "name"))) == ["employees[0].id"]


def test_faulty_weeks_of_the_cycle_are_no_reason_to_refuse_a_week() -> None:
    assert paths(changed(("weeks: 12 ", "weeks: mange "))) == ["cycle.weeks"]


def test_a_faulty_level_is_no_reason_to_refuse_an_amount() -> None:
    text = with_agreement(("level: local ", "level: locally "), ("position_step: 1", "position_step: 200"))
    assert paths(text) == ["agreement.level", "agreement.position_step"]


def test_a_faulty_position_leaves_the_other_positions_checked() -> None:
    text = changed(
        ("{current: 75, wanted: 100}", "{current: 75, max: hundre}"),
        ("{id: V01, vacant: true,", "{id: V01, vacant: true, position: {min: 80, max: 60},"),
    )
    assert paths(text) == ["employees[0].position.max", "employees[1].position.max"]


def test_a_field_that_stands_twice_is_told_with_the_rest() -> None:
    text = changed(("cycle:\n", "cycle:\n  weeks: 6\n"), ("2027-01-04", "2027-01-05"))
    assert paths(text) == ["cycle.weeks", "cycle.start"]


def test_many_faults_are_cut_short() -> None:
    said = faults(GOOD + "".join(f"x{one}: 1\n" for one in range(1200)))
    assert len(said) == 1001
    assert said[-1] == "Filen har 200 feil til. Rett disse først."


def test_values_that_hold_themselves_are_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(FaultError, match="mer enn 50 nivåer"):
        parse_scenario({"schema": "heltid.scenario/1", "goals": endless})


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_broken_is_told_without_a_traceback(data: st.DataObject) -> None:
    """Values of a good file are exchanged, taken away and added: it is whole, or its faults are."""
    text = mangled(read_raw(with_agreement().encode()), data.draw)
    said = faults(text, "t.json")
    assert len(set(said)) == len(said)
    assert all(line and "None" not in line for line in said)
    if not said:
        load_scenario(text.encode(), "t.json")
