"""What a setting changes: what is refused, what the model may do, what an audit finds and what a reader sees."""

import json
import re
from copy import deepcopy
from functools import cache
from typing import Any

import solver
from solver.domain.fault import FaultError
from solver.files.scenario import parse_scenario
from solver.present.report import Report
from solver.search.stages import expressed, stages_of
from tests.agreement.judges import model_of, roster_of
from tests.builders import Data

GONE = object()
"""a value that takes the field away"""


def effects(unit: Data, roster: Data) -> dict[str, str]:
    """Each effect as text; only the fault of a scenario that is refused."""
    return _effects(json.dumps(unit), json.dumps(roster))


@cache
def _effects(unit: str, made: str) -> dict[str, str]:
    roster = json.loads(made)
    try:
        scenario = parse_scenario(json.loads(unit))
    except FaultError as wrong:
        return {"fault": str(wrong)}
    model = model_of(scenario)
    stages = stages_of(model, None)
    gaps = [expressed(model, stage.steps, None) for stage in stages if stage.of_residents]
    aims = "\n".join(f"{stage.name} {stage.steps} {stage.expression}" for stage in stages)
    aims += str(gaps)
    checked = solver.audit(scenario, roster_of(roster))
    found = [checked.findings, checked.goals, checked.holes, checked.measures]
    told = checked.roster.model_copy(update={"continuity": checked.continuity})
    report = Report(scenario, told).lines()
    return {
        "fault": "",
        "model": f"{model.cp.proto}\n{aims}",
        "audit": str(found),
        "report": "\n".join("".join(text for text, _ in line) for line in report),
    }


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The effects that differ; where one of them is refused, that alone."""
    if before["fault"] != after["fault"]:
        return {"fault"}
    return {name for name, text in before.items() if after[name] != text}


def with_value(unit: Data, path: str, value: Any) -> Data:
    """The unit with another value at a path such as `employees[0].position.max`."""
    found = deepcopy(unit)
    *way, last = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
    place: Any = found
    for step in way:
        place = place[step] if isinstance(step, int) else place.setdefault(step, {})
    if value is GONE:
        del place[last]
    else:
        place[last] = value
    return found
