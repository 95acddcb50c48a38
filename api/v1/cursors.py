"""Lists in pages: newest first, with a cursor that says where the next page begins."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from fastapi import Depends, Query
from pydantic import BaseModel
from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, Session

from api.deps import Configured
from api.errors import Invalid
from solver.domain.fault import fault

T = TypeVar("T")
ID_BYTES = 16


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
        cursor: Annotated[str | None, Query(max_length=100, description="`next` fra siden før.")] = None,
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
    try:
        content = base64.urlsafe_b64decode(cursor.encode() + b"==")
    except (binascii.Error, ValueError):
        content = b""
    if len(content) != ID_BYTES:
        message, instead = "«{value}» er ikke en peker vi har gitt.", "Bruk next fra siden før."
        raise Invalid(faults=[fault("cursor", "not_a_cursor", message, instead, value=cursor[:40])])
    return UUID(bytes=content)
