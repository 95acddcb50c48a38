"""Who is asking: a person with a session or a key, and the roles that hold in each unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal
from uuid import UUID

Kind = Literal["user", "key"]


class Role(StrEnum):
    """What a person is in a unit; ``doors`` says what each may do."""

    UNIT_MANAGER = "unit_manager"
    PLANNER = "planner"
    FORUM_MEMBER = "forum_member"
    UNION_REPRESENTATIVE = "union_representative"
    SAFETY_DELEGATE = "safety_delegate"
    ADMINISTRATOR = "administrator"


# Given for all units at once, today's and tomorrow's; the others are given unit by unit.
EVERYWHERE = frozenset({Role.FORUM_MEMBER, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Principal:
    """Who is asking, with what holds for this request.

    Attributes
    ----------
    id
        The person. A key acts for the person who made it.
    name_alias
        What journal and logs call the person; never a name.
    kind
        ``user`` with a session, ``key`` for a program.
    is_admin
        Whether the person is an administrator, and the key is not narrower than that.
    roles
        The roles in each unit. A unit that is missing here does not exist for this principal.
    scopes
        The rights a key is narrowed to; None for a person, who has what the roles give.
    """

    id: UUID
    name_alias: str
    kind: Kind = "user"
    is_admin: bool = False
    roles: Mapping[UUID, frozenset[Role]] = field(default_factory=lambda: MappingProxyType({}))
    scopes: frozenset[str] | None = None

    def roles_in(self, unit: UUID) -> frozenset[Role]:
        return self.roles.get(unit, frozenset())
