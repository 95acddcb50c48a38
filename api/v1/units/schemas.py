"""What is sent and answered about units."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.body_faults import PLAIN_TEXT

UnitName = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=PLAIN_TEXT)]


class UnitIn(BaseModel):
    """A unit as it is sent."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"name": "Solsiden bofellesskap"}}
    )

    name: UnitName
    retention_months: Annotated[int, Field(ge=1, le=1200)] | None = None
    """how long versions, rosters and jobs are kept; left out: for ever"""


class UnitOut(BaseModel):
    """A unit as it is answered."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str
    retention_months: int | None
    version: int
    created_at: datetime
