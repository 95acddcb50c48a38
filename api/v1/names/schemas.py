"""What is sent and answered about names."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from api.body_faults import PLAIN_TEXT

Kind = Literal["employee", "resident"]
Alias = Annotated[str, StringConstraints(min_length=1, max_length=64)]
PersonName = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=PLAIN_TEXT)]


class NameIn(BaseModel):
    """A name as it is sent."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"name": "Ada"}})

    name: PersonName


class NameOut(BaseModel):
    """A name and the alias that stands for it everywhere else."""

    kind: Kind
    alias: str
    name: str


class NamesOut(BaseModel):
    """The names of a unit, of the kinds of people that the reader may see."""

    items: list[NameOut]


class HeldOut(BaseModel):
    """Everything that is held about one person in a unit."""

    unit: UUID
    kind: Kind
    alias: str
    name: str | None
    kept_since: datetime | None
    scenarios: list[dict[str, Any]]
    rosters: list[dict[str, Any]]
    cases: list[dict[str, Any]]
