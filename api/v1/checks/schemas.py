"""What is sent to be audited or compared."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.body_faults import PLAIN_TEXT
from api.v1.jobs.schemas import GivenRoster, GivenScenario

SideName = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=PLAIN_TEXT)]


class CheckIn(BaseModel):
    """What every check takes; a unit where something is given by its id."""

    model_config = ConfigDict(extra="forbid")

    unit: UUID | None = None
    scenario: GivenScenario


class AuditIn(CheckIn):
    """A roster to be audited."""

    roster: GivenRoster
    current: GivenRoster | None = None


class ComparisonIn(CheckIn):
    """Rosters of one scenario to be laid side by side, by name."""

    rosters: dict[SideName, GivenRoster] = Field(min_length=2, max_length=10)
