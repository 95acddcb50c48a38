"""The doors of the service: each right, and the roles that have it. This table is the whole truth.

A row reads: what it opens, in Norwegian, and who may. Whoever has no role in a unit is told that the unit does
not exist (404); whoever has a role there, but not this right, is told so (403). A role is held unit by unit, but
for the forum's and the administrator's, which are held everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from api.access.principal import Principal, Role

LEADER, PLANNER, FORUM = Role.UNIT_MANAGER, Role.PLANNER, Role.FORUM_MEMBER
UNION, SAFETY, ADMIN = Role.UNION_REPRESENTATIVE, Role.SAFETY_DELEGATE, Role.ADMINISTRATOR

MAKERS = (LEADER, PLANNER)
DELEGATES = (UNION, SAFETY)
STAFF = (*MAKERS, FORUM, *DELEGATES)


@dataclass(frozen=True)
class Right:
    """A right, what it opens (bokmål) and the roles that have it; no role: everyone who is signed in."""

    name: str
    opens: str
    roles: frozenset[Role]
    needs_session: bool = False


def _right(name: str, opens: str, *roles: Role, needs_session: bool = False) -> Right:
    return Right(name, opens, frozenset(roles), needs_session)


TABLE: tuple[Right, ...] = (
    # the person's own
    _right("me.read", "se hvem en selv er, og hva en har adgang til"),
    _right("sessions.own", "se og avslutte sine egne innlogginger", needs_session=True),
    _right("keys.own", "lage, se og trekke tilbake sine egne nøkler", needs_session=True),
    # units and who belongs to them
    _right("units.read", "se enhetens navn og innstillinger", *STAFF, ADMIN),
    _right("units.write", "endre enhetens navn og innstillinger", LEADER, ADMIN),
    _right("members.read", "se hvem som har en rolle i enheten", LEADER, ADMIN),
    _right("members.write", "gi og ta tilbake roller i enheten", LEADER, ADMIN, needs_session=True),
    # the whole municipality's: asked of no unit
    _right("units.create", "opprette en enhet", ADMIN),
    _right("groups.read", "se hvilke grupper som gir hvilke roller", ADMIN),
    _right("groups.write", "bestemme hvilke grupper som gir hvilke roller", ADMIN, needs_session=True),
    _right("people.read", "se hvem som kan logge inn, ved alias", ADMIN),
    _right("keys.all", "se og trekke tilbake alles nøkler", ADMIN, needs_session=True),
    # what a roster is made of: employees' wishes and availability, residents
    _right("scenarios.read", "se scenarier, med ansattes ønsker og beboerne", *MAKERS),
    _right("scenarios.write", "lage, endre og slette scenarier", *MAKERS),
    _right("plans.read", "følge beregninger og se det de fant", *MAKERS),
    _right("plans.write", "sette i gang, stoppe og slette beregninger", *MAKERS),
    # rosters and their control
    _right("rosters.read", "se og eksportere turnuser", *MAKERS, *DELEGATES),
    _right("rosters.write", "lagre og endre turnuser", *MAKERS),
    _right("audits.run", "kontrollere en turnus", *MAKERS, *DELEGATES),
    _right("comparisons.run", "sammenligne turnuser", *MAKERS, *DELEGATES),
    _right("agreements.read", "se avtalene", *MAKERS, *DELEGATES),
    # the forum for larger positions
    _right("positions.read", "se stillinger og hvem som ønsker mer", *MAKERS, FORUM),
    _right("cases.read", "se forumets saker", *STAFF),
    _right("cases.write", "opprette, endre og slette forumets saker", *MAKERS, FORUM),
    _right("papers.read", "se papirene etter aml § 14-1 b", *STAFF),
    _right("papers.write", "lage papirene etter aml § 14-1 b", *MAKERS, FORUM),
    # names
    _right("names.read", "se ansattes navn", *STAFF),
    _right("residents.read", "se beboeres navn", *MAKERS),
    # what holds for everyone
    _right("catalogue.read", "se reglene, avtalene og målene som følger med Heltid"),
)

RIGHTS = {right.name: right for right in TABLE}
OF_NO_UNIT = frozenset(
    {"me.read", "sessions.own", "keys.own", "units.create", "groups.read", "groups.write"}
    | {"people.read", "keys.all", "catalogue.read"}
)
KEY_RIGHTS = frozenset(right.name for right in TABLE if not right.needs_session)


def has_right(principal: Principal, right: str, unit: UUID | None = None) -> bool:
    """Whether the principal has the right, in the unit where it is a unit's."""
    row = RIGHTS[right]
    if principal.kind == "key" and (row.needs_session or not _within_scope(principal, right)):
        return False
    if not row.roles:
        return True
    if right in OF_NO_UNIT:
        return principal.is_admin and Role.ADMINISTRATOR in row.roles
    return unit is not None and bool(principal.roles_in(unit) & row.roles)


def units_open(principal: Principal, right: str) -> tuple[UUID, ...]:
    """The units in which the principal has the right, for lists that span units."""
    return tuple(unit for unit in principal.roles if has_right(principal, right, unit))


def _within_scope(principal: Principal, right: str) -> bool:
    return principal.scopes is None or right in principal.scopes or right == "me.read"
