"""Who is asking: a person or a program, with the roles they have in each unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

Role = Literal["manager", "planner", "forum", "union", "safety"]


@dataclass(frozen=True)
class Principal:
    """Somebody known. `name_alias` is what logs and the journal call them; never a name."""

    id: UUID
    name_alias: str
    kind: Literal["user", "key"]
    is_admin: bool = False
    roles: Mapping[UUID, frozenset[Role]] = field(default_factory=dict)
    """by unit"""
    scopes: frozenset[str] = frozenset()
    """of a key: the actions it is kept to; none means all that its roles allow"""
    in_every_unit: frozenset[Role] = frozenset()
    """roles held wherever there is a unit; only the first key has any"""

    def roles_in(self, unit: UUID) -> frozenset[Role]:
        return self.roles.get(unit, frozenset()) | self.in_every_unit
