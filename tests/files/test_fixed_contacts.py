"""Contacts that are decided beforehand and cannot be."""

import pytest

from solver.domain.fault import FaultError
from solver.files.scenario import parse_scenario
from solver.present.words import fault_line
from tests.builders import AGREEMENT, SHIFTS, Data, line

UNIT: Data = {
    "schema": "heltid.scenario/1",
    "id": "prove",
    "cycle": {"weeks": 1},
    "agreement": AGREEMENT,
    "competences": ["skilled", "college"],
    "shifts": SHIFTS,
    "employees": [line("E1"), line("E2", position={"current": 0})],
}


@pytest.mark.parametrize(
    ("fixed", "place"), [({"primary": "E2"}, "primary"), ({"team": ["E1", "E2"]}, "team[1]")]
)
def test_who_has_no_position_is_refused_at_the_door(fixed: Data, place: str) -> None:
    asked = UNIT | {"residents": [{"id": "R1", "windows": [], "fixed": fixed}]}
    with pytest.raises(FaultError) as wrong:
        parse_scenario(asked)
    assert [fault_line(one) for one in wrong.value.faults] == [
        f"residents[0].fixed.{place}: «E2» har ingen stilling. Velg en annen, eller gi en stilling over 0."
    ]
