"""Answers kept for a day, so that a request sent twice makes one thing (Idempotency-Key)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.base import Base, Json, now


class KeptAnswer(Base):
    """The answer to a principal's request; none while it is in flight."""

    __tablename__ = "kept_answers"

    principal_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    """of the method, the path and the body"""
    status: Mapped[int | None]
    headers: Mapped[Json | None]
    body: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
