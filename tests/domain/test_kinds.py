"""The nearest known name, and what may stand at a place, read from the shapes themselves."""

from __future__ import annotations

import pytest

from solver.domain.kinds import at, fields_of, nearest, range_of, words_of
from solver.domain.repair import read_shape
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario


@pytest.mark.parametrize(
    ("word", "meant"),
    [("positon", "position"), ("POSITION", "position"), ("weekends", "max_weekends"), ("xyz", None)],
)
def test_the_nearest_name_is_the_one_a_person_meant(word: str, meant: str | None) -> None:
    assert nearest(word, ["position", "max_weekends", "skills"]) == meant


def test_fields_are_known_by_their_names_in_the_file() -> None:
    assert fields_of(at(Scenario, ("employees", 0, "position"))) == ["current", "wanted", "min", "max"]
    assert "finding" not in fields_of(at(Roster, ("findings", 0)))
    assert "amount" in fields_of(at(Roster, ("findings", 0)))


def test_a_range_is_as_the_file_writes_it() -> None:
    assert range_of(at(Scenario, ("cycle", "weeks"))) == (1, 200)
    assert range_of(at(Scenario, ("employees", 3, "position", "max"))) == (0, 100)
    assert range_of(at(Scenario, ("small_position", "skilled"))) == (0, 100)
    assert range_of(at(Scenario, ("rules", "max_shifts", "L"))) == (0, 1400)
    assert range_of(at(Scenario, ("name",))) == (None, None)


def test_words_to_choose_from_are_found_in_lists_and_sums() -> None:
    assert "strain" in words_of(at(Scenario, ("goals", 0)))
    assert "strain" in words_of(at(Scenario, ("goals", 0, 1)))
    assert words_of(at(Scenario, ("demand", 0, "days", 0)))[0] == "mon"


def test_what_cannot_be_repaired_has_faults_and_no_value() -> None:
    draft = read_shape(Scenario, {"schema": "heltid.scenario/1"}, {})
    assert draft.value is None
    assert [fault.path for fault in draft.faults] == ["id", "cycle", "agreement", "shifts", "employees"]
