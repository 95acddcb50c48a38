"""Jobs: what was asked to be worked out, how far it has come, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.base import Base, Json, now


class Job(Base):
    """A plan, explanation, frontier or review.

    Every write of a worker carries the `attempt` it belongs to, so that one that was given up cannot write.
    """

    __tablename__ = "jobs"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    state: Mapped[str] = mapped_column(default="queued", index=True)
    """queued | running | done | stopped | failed"""
    attempt: Mapped[int] = mapped_column(default=0)
    crashes: Mapped[int] = mapped_column(default=0)
    """times its solver ended by itself"""
    priority: Mapped[int] = mapped_column(default=1)
    """place in the queue: the smallest first"""
    used_seconds: Mapped[float] = mapped_column(default=0.0)
    """of the time that was asked for"""
    stop_asked: Mapped[bool] = mapped_column(default=False)
    worker: Mapped[str | None]
    asked: Mapped[Json]
    """seconds, seed and whatever else the kind takes"""
    scenario_id: Mapped[UUID | None] = mapped_column(ForeignKey("scenarios.id"))
    scenario_version: Mapped[int | None]
    scenario: Mapped[Json]
    current: Mapped[Json | None]
    stages: Mapped[list[Any]] = mapped_column(default=list)
    """each with its goal, value and bound"""
    incumbent: Mapped[Json | None]
    """the best roster so far, or a review's answers: what a stop keeps and the next attempt starts from"""
    result: Mapped[Json | None]
    """what an explanation, frontier or review came to; a plan's is a roster"""
    failure: Mapped[Json | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    created_by: Mapped[UUID]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class JobEvent(Base):
    """What was told of a job, in order."""

    __tablename__ = "job_events"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[str]
    """state | progress"""
    data: Mapped[Json]
    at: Mapped[datetime] = mapped_column(default=now)


class Worker(Base):
    """A worker's heartbeat, by the database's clock."""

    __tablename__ = "workers"

    id: Mapped[str] = mapped_column(primary_key=True)
    beat_at: Mapped[datetime]
