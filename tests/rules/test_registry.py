"""No rule is written and forgotten: the files, the registry, the page, the findings and the contract name the same."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import solver.rules
from solver.domain.work import Sheet
from solver.files.scenario import parse_scenario
from solver.rules.base import Rule
from solver.rules.registry import RULES
from tests.agreement.judges import roster_of
from tests.builders import line, scenario, sheet
from tests.settings.effects import with_value
from tests.settings.unit import ROSTER, UNIT

CONTRACT = """
    shift_length daily_rest weekly_rest week_hours average_week_hours sunday long_shift_consent position norm_ground
    allowed_shifts unavailable pinned weekend_count weekends_apart weekend_shape free_weekend consecutive_days
    consecutive_days_off consecutive_nights forbidden_sequence shift_count line_minutes demand_max budget shared_line
    contact_competence contact_load
""".split()  # noqa: SIM905 - as the contract has them
ADDED = {"consecutive_shifts"}
"""rules of a unit's own that are more than the contract names"""
PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def written() -> Iterator[tuple[str, type[Rule]]]:
    """Every rule in a file of solver/rules, with the file's name."""
    for module in pkgutil.iter_modules(solver.rules.__path__):
        found = importlib.import_module(f"solver.rules.{module.name}")
        for _, one in inspect.getmembers(found, inspect.isclass):
            if issubclass(one, Rule) and one is not Rule and one.__module__ == found.__name__:
                yield module.name, one


def test_every_rule_that_is_written_is_registered_once() -> None:
    assert sorted(one.__name__ for _, one in written()) == sorted(type(rule).__name__ for rule in RULES)


def test_every_rule_has_a_file_of_its_own_that_is_called_as_it_is() -> None:
    assert [name for name, _ in written()] == [one.card.id for _, one in written()]


def test_the_rules_are_those_of_the_contract() -> None:
    assert sorted(rule.card.id for rule in RULES) == sorted(set(CONTRACT) | ADDED)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.card.id)
def test_every_rule_is_told_of_on_the_page(rule: Rule) -> None:
    assert f"`{rule.card.id}`" in PAGE.read_text(encoding="utf-8")


def test_a_finding_names_its_rule_by_the_id_on_the_card() -> None:
    found = {rule.card.id: {one.rule for sheet in broken() for one in rule.audit(sheet)} for rule in RULES}
    assert found == {rule.card.id: {rule.card.id} for rule in RULES}, "or no roster here breaks the rule"


def broken() -> list[Sheet]:
    """Rosters that break every rule between them."""
    harder = {
        "employees[0].shifts": ["D", "A", "N"],
        "agreement.max_shift_minutes": 500,
        "contact_limits.primary": 1,
        "residents[1].contacts.team": 5,
        "agreement.norm_ground.evening_and_night_weekly_minutes": 900,
    }
    unit = UNIT
    for path, value in harder.items():
        unit = with_value(unit, path, value)
    apart = scenario(weeks=2, rotation="shared", employees=[line("E1"), line("E2")])
    return [Sheet.of(parse_scenario(unit), roster_of(ROSTER)), sheet(apart, {"E1": "D", "E2": "A"})]
