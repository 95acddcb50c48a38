"""Scenario files: the contract's examples are read, what is left out is filled in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from solver.files.data import agreement_names, agreement_raw, law, unit_names, unit_path
from solver.files.scenario import dump_scenario, load_scenario, parse_scenario, scenario_sha256
from solver.files.yaml import read_raw
from tests.files.good import GOOD, NAMED, changed, faults, load, with_agreement


def test_the_contracts_scenario_is_read() -> None:
    scenario = load(GOOD)
    ada, vacant = scenario.employees
    assert (scenario.id, scenario.cycle.weeks, scenario.cycle.rotation) == ("solsiden", 12, "individual")
    assert (ada.min_basis_points, ada.max_basis_points, ada.wanted_basis_points) == (7500, 10_000, 10_000)
    assert (vacant.min_basis_points, vacant.max_basis_points) == (0, 10_000)
    assert scenario.agreement.max_shift_minutes == 750
    assert scenario.shift_by_code["N"].span == (1350, 1890)
    assert scenario.rules_of(ada).max_consecutive_nights == 2
    assert scenario.rules_of(ada).max_consecutive_days == 5
    assert scenario.budget_fte_hundredths == 1500


def test_the_contracts_agreement_is_read_inline() -> None:
    agreement = load(with_agreement()).agreement
    assert agreement.sunday is not None
    assert agreement.sunday.zone == (5 * 1440 + 18 * 60, 6 * 1440 + 22 * 60)
    assert agreement.hours_tolerance_basis_points == 110
    assert agreement.short_daily_rest is not None
    assert agreement.short_daily_rest.floor_minutes == 480


def test_what_an_agreement_leaves_out_is_the_laws_main_rule() -> None:
    agreement = load(changed((NAMED, "agreement: {norm: fixed}\n"))).agreement
    assert (agreement.id, agreement.level) == ("egen avtale", "main")
    assert agreement.max_shift_minutes == law()["main_rule"]["max_shift_minutes"]
    assert agreement.short_daily_rest is None


def test_a_sunday_without_a_zone_has_the_laws() -> None:
    given = "agreement: {id: ours, level: local, sunday: {rule: averaged, max_in_a_row: 2}}\n"
    sunday = load(changed((NAMED, given))).agreement.sunday
    assert sunday is not None
    assert (sunday.rule, sunday.max_in_a_row) == ("averaged", 2)
    assert sunday.zone == (5 * 1440 + 18 * 60, 6 * 1440 + 22 * 60)


def test_sundays_on_average_are_three_in_a_row_at_most() -> None:
    given = "agreement: {id: ours, level: local, sunday: {rule: averaged}}\n"
    sunday = load(changed((NAMED, given))).agreement.sunday
    assert sunday is not None
    assert sunday.longest_row == 3


def test_more_weekends_than_there_are_hold_nobody() -> None:
    ada = load(changed(("max_weekends: 3 ", "max_weekends: 13 "))).employees[0]
    assert ada.max_weekends == 13


def test_no_limit_is_for_what_is_not_norwegian() -> None:
    given = (
        "agreement: {id: x, level: not_norwegian, max_shift_minutes: null, sunday: null, norm_ground: null,\n"
        "  max_average_week_minutes: null, min_daily_rest_minutes: 60, max_week_minutes: 9000}\n"
    )
    agreement = load(changed((NAMED, given))).agreement
    assert not agreement.law_checked
    assert agreement.max_shift_minutes is None
    assert agreement.sunday is None


def test_a_goal_may_have_slack_and_a_sum_weights() -> None:
    goals = "goals: [{id: cover, slack: 5}, [strain, {id: wishes, weight: 3}]]\nsmall_position:"
    text = (
        GOOD[: GOOD.index("goals:")] + goals + GOOD[GOOD.index("small_position:") + len("small_position:") :]
    )
    stages = load(text).goal_stages
    assert [[(step.id, step.slack, step.weight) for step in stage] for stage in stages] == [
        [("cover", 5, 1)],
        [("strain", 0, 1), ("wishes", 0, 3)],
    ]


def test_yaml_and_json_of_the_same_have_one_fingerprint(tmp_path: Path) -> None:
    as_json = tmp_path / "same.json"
    as_json.write_text(json.dumps(read_raw(GOOD.encode())), encoding="utf-8")
    assert scenario_sha256(load_scenario(as_json)) == scenario_sha256(load(GOOD))


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("small_position: 65", "small_position: 65.00", True),
        ("  min_shifts: {}\n", "", False),
        ("    long_shifts: true", "    long_shifts: false", False),
        ("    counts_in_cover: true", "    # as it is", True),
        ("max_weekends: 3 ", "max_weekends: 2 ", False),
        ("    name: Ada", "    name: Bo", True),
    ],
)
def test_the_fingerprint_is_of_what_is_asked(old: str, new: str, same: bool) -> None:
    assert (scenario_sha256(load(changed((old, new)))) == scenario_sha256(load(GOOD))) is same


def test_a_named_agreement_and_the_same_inline_have_one_fingerprint() -> None:
    raw: dict[str, Any] = read_raw(GOOD.encode())
    raw["agreement"] = agreement_raw("ks-turnus-local")
    assert scenario_sha256(parse_scenario(raw)) == scenario_sha256(load(GOOD))


def test_a_scenario_written_out_reads_back_as_itself() -> None:
    scenario = load(with_agreement())
    assert parse_scenario(json.loads(json.dumps(dump_scenario(scenario)))) == scenario


@pytest.mark.parametrize("name", agreement_names())
def test_every_packaged_agreement_keeps_to_its_level(name: str) -> None:
    assert faults(changed((NAMED, f"agreement: {name}\n"), ("max_weekends: 3 ", "max_weekends: 4 "))) == []


@pytest.mark.parametrize("name", unit_names())
def test_every_example_unit_is_whole(name: str) -> None:
    assert faults(unit_path(name), name) == []
