"""What came of units that share lines, written: for each unit a scenario and a roster, and both for all together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.roster import roster_data, save_roster
from solver.files.scenario import dump_scenario, scenario_sha256
from solver.forum.pools.together import Pooled


def save_pooled(found: Pooled, folder: Path) -> list[Path]:
    """Write the files into the folder (made where it is not there); each unit's can be audited by itself."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for unit in found.units:
        written += _saved(folder, unit.unit, unit.scenario, unit.roster)
    if found.is_found:
        written += _saved(folder, "alle", found.scenario, found.roster)
    return written


def pooled_json(found: Pooled) -> str:
    return json.dumps(pooled_data(found), ensure_ascii=False, indent=1)


def pooled_data(found: Pooled) -> dict[str, Any]:
    """The answer as plain values: what all units come to, each shared line, and each unit's scenario and roster."""
    names = [unit.id for unit in found.pool.units]
    other = found.other
    return {
        "pool": found.pool.id,
        "way": found.way,
        "status": found.roster.status,
        "goals": [one.model_dump(mode="json") for one in found.goals],
        "goals_left_out": list(found.goals_left_out),
        "rounds": found.rounds,
        "lines": [
            {
                "employee": one.employee,
                "position": one.size / 100,
                "units": {
                    names[number - 1]: {"days": days, "weekends": one.weekends.get(number, 0)}
                    for number, days in sorted(one.days.items())
                },
            }
            for one in found.shared
        ],
        "units": [
            {"unit": one.unit, "scenario": dump_scenario(one.scenario), "roster": roster_data(one.roster)}
            for one in found.units
        ],
        "roster": roster_data(found.roster),
        "other": None
        if other is None
        else {
            "way": other.way,
            "status": other.roster.status,
            "goals": [one.model_dump(mode="json") for one in other.goals],
        },
    }


def _saved(folder: Path, name: str, scenario: Scenario, roster: Roster) -> list[Path]:
    told, laid = folder / f"{name}.scenario.json", folder / f"{name}.roster.json"
    told.write_text(
        json.dumps(dump_scenario(scenario), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    save_roster(roster.model_copy(update={"scenario_sha256": scenario_sha256(scenario)}), laid)
    return [told, laid]
