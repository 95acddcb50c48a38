"""The forum's cases: the units that a review is about, and what was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.base import Base, Json, now


class CaseUnit(Base):
    """A unit that a review is about, the one with the vacancy among them; whoever reads it needs a role in each.

    `scenario_id` and `roster_id` are what was meant where they were given by id. Neither points there for the store:
    the case holds what they were, and they may be gone since.
    """

    __tablename__ = "case_units"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True, index=True)
    place: Mapped[str]
    """the unit's id in the case"""
    scenario_id: Mapped[UUID | None]
    scenario_version: Mapped[int | None]
    roster_id: Mapped[UUID | None]
    roster_version: Mapped[int | None]


class CaseDecision(Base):
    """What was decided in a case, by whom, and the scenarios and rosters it made; one for a case, and never changed."""

    __tablename__ = "case_decisions"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    option: Mapped[str]
    """the option's id"""
    decided_on: Mapped[date]
    """the day of the meeting"""
    reasons: Mapped[str]
    present: Mapped[list[Any]]
    """the parties that took part; no names"""
    made: Mapped[list[Any]]
    """for each unit that was changed: unit, scenario, scenario_version, roster"""
    before: Mapped[Json]
    """the indicators before the decision"""
    after: Mapped[Json]
    created_at: Mapped[datetime] = mapped_column(default=now)
    decided_by: Mapped[str]
    """the alias of whoever wrote it down"""
