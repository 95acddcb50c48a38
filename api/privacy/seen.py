"""Whose names somebody sees in a unit."""

from __future__ import annotations

from uuid import UUID

from api.access.principal import Principal
from api.access.rights import has_right
from api.store.names import Kind

RIGHTS: dict[Kind, str] = {"employee": "name.read", "resident": "resident.read"}


def kinds_seen(principal: Principal, unit: UUID) -> tuple[Kind, ...]:
    """The kinds of people whose names the principal may see there."""
    return tuple(kind for kind, right in RIGHTS.items() if has_right(principal, right, unit))
