"""Lists in pages: newest first, with a cursor that says where the next page begins."""

from __future__ import annotations

import base64
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from fastapi import Depends, Query
from pydantic import BaseModel
from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, Session

from api.deps import Configured

T = TypeVar("T")
CURSOR = r"^[A-Za-z0-9_-]{21}[AQgw]$"
"""22 characters of base64 are 16 bytes and four bits that must be 0"""


class Page(BaseModel, Generic[T]):
    """One page of a list; `next` is null on the last one."""

    items: list[T]
    next: str | None = None


class Cursor:
    """Where a page begins and how much it holds."""

    def __init__(
        self,
        settings: Configured,
        limit: Annotated[int | None, Query(ge=1, description="Så mange på en side.")] = None,
        cursor: Annotated[str | None, Query(pattern=CURSOR, description="`next` fra siden før.")] = None,
    ) -> None:
        self.limit = min(limit or settings.page_items, settings.max_page_items)
        self.before = None if cursor is None else _decoded(cursor)

    def page(
        self, session: Session, rows: Select[Any], key: InstrumentedAttribute[UUID]
    ) -> tuple[list[Any], str | None]:
        """The rows of this page (ids sort by when they were made), and the next page's cursor."""
        if self.before is not None:
            rows = rows.where(key < self.before)
        found = list(session.scalars(rows.order_by(key.desc()).limit(self.limit + 1)))
        kept = found[: self.limit]
        more = len(found) > self.limit
        return kept, _encoded(getattr(kept[-1], key.key)) if more else None


Paged = Annotated[Cursor, Depends(Cursor)]


def _encoded(last: UUID) -> str:
    return base64.urlsafe_b64encode(last.bytes).decode().rstrip("=")


def _decoded(cursor: str) -> UUID:
    return UUID(bytes=base64.urlsafe_b64decode(cursor.encode() + b"=="))
