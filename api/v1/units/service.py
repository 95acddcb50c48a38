"""What is done with units."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from api.errors import NotFound
from api.ids import new_id
from api.store.tables import Unit
from api.v1.units.schemas import UnitIn
from api.v1.versions import check_match


def make(session: Session, given: UnitIn) -> Unit:
    unit = Unit(id=new_id(), name=given.name, retention_months=given.retention_months)
    session.add(unit)
    session.flush()
    return unit


def read(session: Session, unit: UUID) -> Unit:
    found = session.get(Unit, unit)
    if found is None:
        raise NotFound
    return found


def change(session: Session, unit: UUID, given: UnitIn, if_match: str | None) -> Unit:
    """Change a unit that is as its reader knows it."""
    found = session.get(Unit, unit, with_for_update=True)
    if found is None:
        raise NotFound
    check_match(if_match, found.version)
    found.name, found.retention_months = given.name, given.retention_months
    found.version += 1
    session.flush()
    return found
