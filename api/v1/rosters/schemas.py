"""What is sent and answered about rosters."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from api.body_faults import PLAIN_TEXT
from api.v1.jobs.schemas import GivenRoster, GivenScenario

RosterName = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=PLAIN_TEXT)]


class RosterIn(BaseModel):
    """A roster that somebody made elsewhere, with the scenario it is a roster of."""

    model_config = ConfigDict(extra="forbid")

    scenario: GivenScenario
    roster: GivenRoster
    name: RosterName | None = None


class RosterInfo(BaseModel):
    """A roster without its lines, as lists show it."""

    id: UUID
    unit: UUID
    version: int
    name: str
    plan: UUID | None
    scenario: UUID | None
    scenario_version: int | None
    status: str | None
    created_at: datetime
    changed_at: datetime


class RosterOut(RosterInfo):
    """A roster's newest version, with exactly what it came from."""

    roster: dict[str, Any]
    asked: dict[str, Any]
    """the scenario as it was, its agreement written out"""
    versions: dict[str, str]
    """of heltid, ortools and python"""
    seed: int | None
