"""What is not a number: an agreement of a higher level, and a rule of the unit's own that goes."""

from __future__ import annotations

from collections.abc import Sequence

from solver.domain.agreement import Agreement
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.reasons.changes.base import Edit, Offer, Refusal
from solver.reasons.conflict import Conflict
from solver.reasons.held import Item, held, items_of
from solver.reasons.staffing import Staffing

LEVELS = ("main", "individual", "local", "authority", "central")
"""What each agreement level opens more than the one before it (aml §§ 10-5, 10-8, 10-12)."""


def higher_agreement(
    scenario: Scenario, agreements: Sequence[Agreement], staffing: Staffing
) -> Offer | Refusal:
    """The known agreement of the lowest level above the scenario's own with which it can be staffed."""
    own = scenario.agreement
    if own.level not in LEVELS:
        return Refusal("agreement", proven=True, applies=False)
    above = [
        one for one in agreements if one.level in LEVELS and LEVELS.index(one.level) > LEVELS.index(own.level)
    ]
    proven = True
    for one in sorted(above, key=lambda found: (LEVELS.index(found.level), found.id)):
        changed = scenario.with_changes({"agreement": one})
        roster = staffing.staffed(changed)
        if isinstance(roster, Roster):
            steps = LEVELS.index(one.level) - LEVELS.index(own.level)
            edit = Edit("agreement", own.id, one.id)
            details = {"level": one.level, "name": one.name or one.id}
            return Offer("agreement", "levels", steps, (edit,), proven, changed, roster, details)
        proven = proven and roster is False
    return Refusal("agreement", proven=proven, applies=bool(above))


def rule_that_goes(scenario: Scenario, found: Sequence[Conflict], staffing: Staffing) -> Offer | Refusal:
    """One of the unit's own rules without which it can be staffed: it must take part in every conflict."""
    kinds = [{item for item in conflict.items if item.kind.startswith("rules.")} for conflict in found]
    common = set.intersection(*kinds) if kinds else set[Item]()
    proven = True
    for item in sorted(common, key=lambda one: one.paths):
        changed = held(scenario, [one for one in items_of(scenario) if one != item])
        changed = changed.with_changes({"residents": scenario.residents, "demand": scenario.demand})
        roster = staffing.staffed(changed)
        if isinstance(roster, Roster):
            edit = Edit(item.paths[0], _value(scenario, item.paths[0]), None)
            return Offer("rule", "rules", 1, (edit,), True, changed, roster)
        proven = proven and roster is False
    return Refusal("rule", proven=proven, applies=bool(common))


def _value(scenario: Scenario, path: str) -> object:
    """What stands at a rule's place, as the file has it."""
    rules = scenario.rules.model_dump(mode="json", by_alias=True)
    name, _, code = path.removeprefix("rules.").partition(".")
    field, _, place = name.partition("[")
    value = rules[field]
    return value[code] if code else value[int(place.rstrip("]"))] if place else value
