"""Rosters: each version as it was made or read, never overwritten, with exactly what it came from."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.base import Base, Json, now


class Roster(Base):
    """A roster; `version` is its newest."""

    __tablename__ = "rosters"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id"), unique=True)
    """the plan that made it; none where it was read from a file"""
    name: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)


class RosterVersion(Base):
    """One version: the roster, and the scenario (agreement written out), versions and seed it came from."""

    __tablename__ = "roster_versions"

    roster_id: Mapped[UUID] = mapped_column(ForeignKey("rosters.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[Json]
    scenario_id: Mapped[UUID | None] = mapped_column(ForeignKey("scenarios.id"), index=True)
    scenario_version: Mapped[int | None]
    scenario: Mapped[Json]
    versions: Mapped[Json]
    """of heltid, ortools and python"""
    seed: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    created_by: Mapped[UUID]
