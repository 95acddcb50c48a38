"""Scenarios: a name in a unit, and its versions, which are never overwritten."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.base import Base, Json, now


class Scenario(Base):
    """A scenario; `version` is its newest."""

    __tablename__ = "scenarios"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)
    deleted_at: Mapped[datetime | None]


class ScenarioVersion(Base):
    """What was asked, as one person wrote it, with its agreement written out; names are kept apart (`store.names`)."""

    __tablename__ = "scenario_versions"

    scenario_id: Mapped[UUID] = mapped_column(ForeignKey("scenarios.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    """the scenario's own id, which is only a name"""
    title: Mapped[str | None]
    body: Mapped[Json]
    sha256: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    created_by: Mapped[UUID]
