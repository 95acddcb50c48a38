"""Who is asking: a person with a session or a program with a key, and the roles that hold in each unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal
from uuid import UUID

Kind = Literal["user", "key"]


class Role(StrEnum):
    """What a person is in a unit; ``rights`` says what each may do."""

    MANAGER = "manager"
    PLANNER = "planner"
    FORUM = "forum"
    UNION = "union"
    SAFETY = "safety"
    ADMINISTRATOR = "administrator"


NO_ROLE: frozenset[Role] = frozenset()

# Held in every unit, today's and tomorrow's; the others are given unit by unit.
EVERYWHERE = frozenset({Role.FORUM, Role.ADMINISTRATOR})


@dataclass
class Passage:
    """Through which door a request went; what came of it is added when it is answered."""

    right: str
    unit: UUID | None = None
    subject: str | None = None


@dataclass(frozen=True)
class Principal:
    """Somebody known, with what holds for this request.

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
        The roles given unit by unit.
    scopes
        The rights a key is narrowed to; None where nothing is narrowed.
    in_every_unit
        The roles held wherever there is a unit.
    sign_in
        The session that the person came by.
    passage
        What the journal is to say of this request.
    """

    id: UUID
    name_alias: str
    kind: Kind = "user"
    is_admin: bool = False
    roles: Mapping[UUID, frozenset[Role]] = field(default_factory=dict)
    scopes: frozenset[str] | None = None
    in_every_unit: frozenset[Role] = NO_ROLE
    sign_in: UUID | None = None
    passage: Passage | None = field(default=None, compare=False, repr=False)

    def roles_in(self, unit: UUID) -> frozenset[Role]:
        return self.roles.get(unit, NO_ROLE) | self.in_every_unit
