"""The doors: every route names the action it is, and nobody comes in who may not do that there.

`may("scenario.read")` is a dependency. It finds who is asking (401 for nobody), the unit that the path belongs to
(`{unit}` itself, or that of the `{scenario}`, `{roster}` or `{job}`), and whether a role there allows the action: an
unknown thing and one in a unit where the principal has no role are both 404. Where the body names the unit, the
route's service calls `check` itself.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Annotated, Any, Literal, get_args
from uuid import UUID

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.access.principal import Principal, Role
from api.deps import Kept
from api.errors import Forbidden, NotFound, Unauthenticated
from api.store.tables import Job, Roster, Scenario, Unit

Action = Literal[
    "me.read", "catalogue.read", "audit.run",
    "unit.list", "unit.create", "unit.read", "unit.write", "members.read", "members.write",
    "keys.read", "keys.write",
    "scenario.read", "scenario.write", "roster.read", "roster.write", "job.read", "job.write",
]  # fmt: skip
ANYONE: frozenset[Action] = frozenset(
    {"me.read", "catalogue.read", "audit.run", "unit.list", "keys.read", "keys.write"}
)
"""what whoever is known may do; what they see depends on who they are"""
ADMIN: frozenset[Action] = frozenset(
    {"unit.create", "unit.read", "unit.write", "members.read", "members.write"}
)
READERS: frozenset[Action] = frozenset({"unit.read", "roster.read"})
ALLOWED: dict[Role, frozenset[Action]] = {
    "manager": frozenset(get_args(Action)) - {"unit.create"},
    "planner": READERS | {"scenario.read", "scenario.write", "roster.write", "job.read", "job.write"},
    "forum": READERS,
    "union": READERS,
    "safety": READERS,
}
FIRST_KEY = UUID("00000000-0000-7000-8000-000000000001")
OWNED: dict[str, Any] = {"scenario": Scenario, "roster": Roster, "job": Job}
"""path parameters and the tables whose rows know their unit"""
bearer = HTTPBearer(auto_error=False, description="En nøkkel.")


def principal_of(
    request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)]
) -> Principal:
    """Who is asking; 401 for nobody."""
    key = request.app.state.settings.key
    if given and key and hmac.compare_digest(given.credentials.encode(), key.get_secret_value().encode()):
        everywhere: frozenset[Role] = frozenset({"manager"})
        return Principal(FIRST_KEY, "first-key", "key", is_admin=True, in_every_unit=everywhere)
    raise Unauthenticated


def may(action: Action) -> Callable[..., Principal]:
    """A dependency that lets in whoever may do this where the path leads, and gives who it is."""

    def door(
        request: Request, store: Kept, principal: Annotated[Principal, Depends(principal_of)]
    ) -> Principal:
        if action in ANYONE:
            return principal
        if action == "unit.create":
            if not principal.is_admin:
                raise Forbidden
            return principal
        with store.reading() as session:
            unit = _unit_of(request, session)
        if unit is not None:  # else the body names it, and the service checks
            check(principal, action, unit)
        return principal

    door.action = action  # type: ignore[attr-defined]  # read by the test of every route
    return door


def check(principal: Principal, action: Action, unit: UUID) -> None:
    """Raise NotFound where the principal has no role in the unit, Forbidden where none of its roles allows this."""
    roles = principal.roles_in(unit)
    if principal.is_admin and action in ADMIN:
        return
    if not roles:
        raise NotFound
    if not any(action in ALLOWED[role] for role in roles):
        raise Forbidden


def _unit_of(request: Request, session: Session) -> UUID | None:
    """The unit that the path leads to; None where it names none."""
    path = request.path_params
    if "unit" in path:
        return _known(session.get(Unit, _id(path["unit"])), "id")
    for name, table in OWNED.items():
        if name in path:
            return _known(session.get(table, _id(path[name])), "unit_id")
    return None


def _known(row: Any, column: str) -> UUID:
    if row is None or getattr(row, "deleted_at", None) is not None:
        raise NotFound
    unit: UUID = getattr(row, column)
    return unit


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


def units_of(principal: Principal) -> Any:
    """A select of the units that the principal may know of."""
    known = select(Unit)
    if principal.is_admin or principal.in_every_unit:
        return known
    return known.where(Unit.id.in_(list(principal.roles)))
