"""Units and rosters to be told about."""

from typing import Any

from solver.auditing import audit
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from tests.builders import Data, codes, line, tuples
from tests.builders import scenario as unit

__all__ = ["Data", "grid_rows", "line", "roster", "told", "unit"]


def roster(asked: Scenario, lines: dict[str, str], **fields: Any) -> Roster:
    """A roster from codes by employee; other fields as the file has them."""
    rows = [{"employee": name, "days": codes(text, asked.cycle.days)} for name, text in lines.items()]
    return Roster.model_validate(tuples({"lines": rows} | fields))


def told(asked: Scenario, given: Roster, status: str = "feasible") -> Roster:
    """The roster as a plan would tell it: completed, with its goals, holes, warnings and measures."""
    checked = audit(asked, given)
    update = {
        "status": status,
        "goals": checked.goals,
        "holes": checked.holes,
        "findings": checked.warnings,
        "measures": checked.measures,
    }
    return checked.roster.model_copy(update=update)


def grid_rows(lines: list[str], name: str) -> list[str]:
    """The rows of one line in a grid."""
    return [row for row in lines if row.startswith(name)]
