"""Which of two rosters of one scenario is the better one."""

from __future__ import annotations

from typing import Any

Plain = dict[str, Any]


def is_worse(roster: Plain, other: Plain) -> bool:
    """Whether a roster's goals, in their order, are worse than another's; one without lines is worse than any."""
    if not roster.get("lines") or not other.get("lines"):
        return bool(other.get("lines")) and not roster.get("lines")
    return _values(roster) > _values(other)


def _values(roster: Plain) -> list[float]:
    return [goal["value"] for goal in roster["goals"]]
