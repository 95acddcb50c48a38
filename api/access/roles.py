"""The roles a person has: those given here, and those that come with the municipality's groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from api.access.principal import EVERYWHERE, NO_ROLE, Principal, Role
from api.access.tables import ApiKey, GroupRole, RoleGrant, User
from api.ids import new_id

Held = tuple[str, UUID | None]


def person_of(session: Session, user: User, now: datetime, group_days: int) -> Principal:
    """The person with today's roles."""
    held = set(_given(session, user)) | set(_by_groups(session, user, now, group_days))
    everywhere = frozenset(Role(role) for role, unit in held if unit is None and role in EVERYWHERE)
    roles: dict[UUID, set[Role]] = {}
    for role, unit in held:
        if unit is not None and role not in EVERYWHERE:
            roles.setdefault(unit, set()).add(Role(role))
    return Principal(
        id=user.id,
        name_alias=user.alias,
        is_admin=Role.ADMINISTRATOR in everywhere,
        roles=MappingProxyType({unit: frozenset(each) for unit, each in roles.items()}),
        in_every_unit=everywhere,
    )


def narrowed(person: Principal, key: ApiKey) -> Principal:
    """What is left of the person for a key: its units and its rights, never more than the person has now."""
    units = None if key.units is None else [UUID(unit) for unit in key.units]
    narrow = replace(person, kind="key", scopes=frozenset(key.rights))
    if units is None:
        return narrow
    roles = {unit: person.roles_in(unit) for unit in units if person.roles_in(unit)}
    return replace(narrow, is_admin=False, in_every_unit=NO_ROLE, roles=MappingProxyType(roles))


def give(session: Session, user_id: UUID, role: Role, unit: UUID | None) -> None:
    """Give a role, once however often it is given."""
    if session.scalar(_same(user_id, role, unit)) is None:
        session.add(RoleGrant(id=new_id(), user_id=user_id, role=role, unit_id=unit))
        session.flush()


def take(session: Session, user_id: UUID, role: Role, unit: UUID | None) -> bool:
    """Take a role back; whether it was given."""
    kept = session.scalar(_same(user_id, role, unit))
    if kept is not None:
        session.delete(kept)
        session.flush()
    return kept is not None


def set_in(session: Session, user_id: UUID, unit: UUID | None, wanted: frozenset[Role]) -> frozenset[Role]:
    """Make these the person's roles in the unit (or everywhere); the roles that were held there before."""
    held = given_in(session, unit).get(user_id, NO_ROLE)
    for role in wanted - held:
        give(session, user_id, role, unit)
    for role in held - wanted:
        take(session, user_id, role, unit)
    return held


def given_in(session: Session, unit: UUID | None) -> dict[UUID, frozenset[Role]]:
    """The people with a role given in the unit (or everywhere), and which."""
    rows = session.execute(
        select(RoleGrant.user_id, RoleGrant.role).where(RoleGrant.unit_id.is_not_distinct_from(unit))
    )
    people: dict[UUID, set[Role]] = {}
    for user_id, role in rows:
        people.setdefault(user_id, set()).add(Role(role))
    return {user_id: frozenset(roles) for user_id, roles in people.items()}


def _same(user_id: UUID, role: Role, unit: UUID | None) -> Select[RoleGrant]:
    where = (
        RoleGrant.user_id == user_id,
        RoleGrant.role == role,
        RoleGrant.unit_id.is_not_distinct_from(unit),
    )
    return select(RoleGrant).where(*where)


def _given(session: Session, user: User) -> Iterable[Held]:
    rows = session.execute(select(RoleGrant.role, RoleGrant.unit_id).where(RoleGrant.user_id == user.id))
    return [(role, unit) for role, unit in rows]


def _by_groups(session: Session, user: User, now: datetime, group_days: int) -> Iterable[Held]:
    """Groups are read at log-in alone, so they count only for some time after the last one."""
    if not user.groups or user.groups_at is None or user.groups_at < now - timedelta(days=group_days):
        return []
    rows = session.execute(
        select(GroupRole.role, GroupRole.unit_id).where(GroupRole.group_name.in_(user.groups))
    )
    return [(role, unit) for role, unit in rows]
