"""Names of people: the one table that holds any, and what was forgotten, without the name."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.base import Base, now


class Person(Base):
    """The name behind an alias (the id of an employee or resident in the unit's scenarios)."""

    __tablename__ = "people"

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    """employee | resident"""
    alias: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Forgotten(Base):
    """A name that was deleted: whose, and when. Nothing that the store or a backup held before then brings it back."""

    __tablename__ = "forgotten"

    unit_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    alias: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True, default=now)
