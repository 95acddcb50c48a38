"""What an audit found: data, not sentences; the words are made in `present/words`."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Severity = Literal["breach", "warning"]


class Finding(BaseModel):
    """One breach or warning.

    `week` counts from 1 and `day` is mon..sun; both are left out where the finding is about a whole line or plan.
    `amount` and `limit` are in `unit` (minutes, shifts, days, weekends, percent, lines, people).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    law: str
    severity: Severity = "breach"
    employee: str | None = None
    resident: str | None = None
    week: int | None = None
    day: str | None = None
    amount: float | int | None = None
    limit: float | int | None = None
    unit: str | None = None
    detail: str | None = None
