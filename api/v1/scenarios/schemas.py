"""What is answered about scenarios; what is sent is the library's own shape (`data/schema`)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel


class ScenarioInfo(BaseModel):
    """A scenario without its body, as lists show it."""

    id: UUID
    unit: UUID
    version: int
    name: str
    title: str | None
    sha256: str
    created_at: datetime
    changed_at: datetime


class ScenarioOut(ScenarioInfo):
    """A scenario's newest version."""

    scenario: dict[str, Any]
