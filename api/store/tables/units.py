"""Units: everything that is stored belongs to one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.base import Base, now


class Unit(Base):
    """A unit: a nursing home, a shared housing, a home-care team."""

    __tablename__ = "units"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    """counts the changes; the page's and the programs' ETag"""
    retention_months: Mapped[int | None]
    """how long versions, rosters and jobs are kept; none: for ever"""
    created_at: Mapped[datetime] = mapped_column(default=now)
