"""Scenarios that the reasons changed, as plain data that the brute-force judge reads."""

from math import prod
from typing import Any

from solver.domain.scenario import Scenario
from tests import oracle
from tests.agreement.brute import _choices, is_lawful, rosters
from tests.builders import Data
from tests.oracle.defaults import RULES

MOST_ROSTERS = 4000


def plain(changed: Scenario, asked: Data) -> Data:
    """The changed scenario in the file's fields; the agreement as it was asked for where it is the same."""
    found: Data = changed.model_dump(mode="json", by_alias=True, exclude_unset=True)
    found["agreement"] = asked["agreement"]
    codes = [shift["code"] for shift in found["shifts"]]
    for person in found["employees"]:
        own = {
            name: RULES[name] if value is None else value for name, value in person.get("rules", {}).items()
        }
        person |= {"rules": own, "shifts": codes if person.get("shifts") is None else person["shifts"]}
        person.setdefault("position", {})
    for shift in found["shifts"]:
        shift.setdefault("days", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
    return {**_without_none(found), "agreement": asked["agreement"]}


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(one) for name, one in value.items() if one is not None}
    return [_without_none(one) for one in value] if isinstance(value, list) else value


def is_staffed(unit: Data) -> bool | None:
    """Whether any lawful roster has no hole; None where there are too many rosters to look at."""
    if prod(len(list(choices)) for choices in _choices(unit)) > MOST_ROSTERS:
        return None
    return any(
        is_lawful(unit, roster) and oracle.goals(unit, roster)["cover"] == 0 for roster in rosters(unit)
    )
