"""Nothing that a file may say is silently ignored: each field of the contract changes what is refused, planned, found
or told."""

import pytest

from solver.domain.scenario import Scenario
from tests.builders import Data
from tests.settings.cases import CASES, DESCRIPTIVE, OTHERWISE, Case
from tests.settings.effects import changed, effects, with_value
from tests.settings.fields import paths
from tests.settings.unit import ROSTER, UNIT


def test_every_field_of_the_shapes_has_a_case_or_a_reason() -> None:
    told = [*CASES, *DESCRIPTIVE]
    assert sorted(told) == sorted(paths(Scenario))


@pytest.mark.parametrize("path", CASES)
def test_another_value_changes_what_it_should(path: str) -> None:
    case = CASES[path]
    before = given(case)
    after = with_value(before, place(path, case.at), case.value)
    assert changed(effects(before, ROSTER), effects(after, ROSTER)) == set(case.effects.split())


@pytest.mark.parametrize("path", DESCRIPTIVE)
def test_what_is_said_to_change_nothing_does_not(path: str) -> None:
    after = with_value(UNIT, place(path), OTHERWISE[path])
    assert effects(UNIT, ROSTER)["fault"] == ""
    assert changed(effects(UNIT, ROSTER), effects(after, ROSTER)) == set(), "move it to the cases"


def given(case: Case) -> Data:
    unit = UNIT
    for path, value in (case.given or {}).items():
        unit = with_value(unit, path, value)
    return unit


def place(path: str, at: str = "") -> str:
    return at or path.replace("[]", "[0]").replace("{}", ".max_shift_minutes")
