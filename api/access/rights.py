"""Each right of the service, and the roles that have it. This table is the whole truth; ``doors`` asks it.

A row reads: what it opens, in Norwegian, and who may. Whoever has no role in a unit is told that the unit does
not exist (404); whoever has a role there, but not this right, is told so (403). A role is held unit by unit, but
for the forum's and the administrator's, which are held everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from api.access.principal import Principal, Role

LEADER, PLANNER, FORUM = Role.MANAGER, Role.PLANNER, Role.FORUM
UNION, SAFETY, ADMIN = Role.UNION, Role.SAFETY, Role.ADMINISTRATOR

MAKERS = (LEADER, PLANNER)
DELEGATES = (UNION, SAFETY)
STAFF = (*MAKERS, FORUM, *DELEGATES)


@dataclass(frozen=True)
class Right:
    """A right, what it opens (bokmål) and the roles that have it; no role: everyone who is signed in.

    ``of_no_unit``: it concerns the person or the whole municipality. ``needs_session``: no key ever has it, so that
    a key that got lost cannot make another one, nor give anyone a role.
    """

    name: str
    opens: str
    roles: frozenset[Role]
    of_no_unit: bool = False
    needs_session: bool = False


def _of_all(name: str, opens: str, *roles: Role, needs_session: bool = False) -> Right:
    return Right(name, opens, frozenset(roles), of_no_unit=True, needs_session=needs_session)


def _of_unit(name: str, opens: str, *roles: Role, needs_session: bool = False) -> Right:
    return Right(name, opens, frozenset(roles), needs_session=needs_session)


TABLE: tuple[Right, ...] = (
    # everyone who is signed in
    _of_all("me.read", "se hvem en selv er, og hva en har adgang til"),
    _of_all("catalogue.read", "se reglene, avtalene og målene som følger med Heltid"),
    _of_all("audit.run", "kontrollere og sammenligne turnuser en selv sender inn"),
    _of_all("unit.list", "se listen over enhetene en har en rolle i"),
    _of_all("sessions.own", "se og avslutte sine egne innlogginger", needs_session=True),
    _of_all("keys.read", "se sine egne nøkler", needs_session=True),
    _of_all("keys.write", "lage og trekke tilbake sine egne nøkler", needs_session=True),
    # the whole municipality's
    _of_all("unit.create", "opprette en enhet", ADMIN),
    _of_all("keys.all", "se og trekke tilbake alles nøkler", ADMIN, needs_session=True),
    _of_all("people.read", "se hvem som kan logge inn, ved alias", ADMIN),
    _of_all("people.write", "stenge ute og fjerne den som kan logge inn", ADMIN, needs_session=True),
    _of_all("groups.read", "se hvilke grupper som gir hvilke roller", ADMIN),
    _of_all("groups.write", "bestemme hvilke grupper som gir hvilke roller", ADMIN, needs_session=True),
    # units and who belongs to them
    _of_unit("unit.read", "se enhetens navn og innstillinger", *STAFF, ADMIN),
    _of_unit("unit.write", "endre enhetens navn og innstillinger", LEADER, ADMIN),
    _of_unit("members.read", "se hvem som har en rolle i enheten", LEADER, ADMIN),
    _of_unit("members.write", "gi og ta tilbake roller i enheten", LEADER, ADMIN, needs_session=True),
    # what a roster is made of: employees' wishes and availability, residents
    _of_unit("scenario.read", "se scenarier, med ansattes ønsker og beboerne", *MAKERS),
    _of_unit("scenario.write", "lage, endre og slette scenarier", *MAKERS),
    _of_unit("job.read", "følge beregninger og se det de fant", *MAKERS),
    _of_unit("job.write", "sette i gang, stoppe og slette beregninger", *MAKERS),
    # rosters
    _of_unit("roster.read", "se, kontrollere, sammenligne og eksportere turnuser", *MAKERS, *DELEGATES),
    _of_unit("roster.write", "lagre og endre turnuser", *MAKERS),
    # the forum for larger positions
    _of_unit("position.read", "se stillinger og hvem som ønsker mer", *MAKERS, FORUM),
    _of_unit("case.read", "se forumets saker", *STAFF),
    _of_unit(
        "case.write",
        "opprette, avgjøre og slette forumets saker; et vedtak lager nye scenarier og turnuser",
        *MAKERS,
        FORUM,
    ),
    _of_unit("paper.read", "se papirene etter aml § 14-1 b", *STAFF),
    _of_unit("paper.write", "lage papirene etter aml § 14-1 b", *MAKERS, FORUM),
    # names
    _of_unit("name.read", "se ansattes navn", *STAFF),
    _of_unit("resident.read", "se beboeres navn", *MAKERS),
    _of_unit("name.write", "rette og slette navn, og hente ut alt som er lagret om én person", LEADER),
)

RIGHTS = {right.name: right for right in TABLE}
KEY_RIGHTS = frozenset(right.name for right in TABLE if not right.needs_session)


def has_right(principal: Principal, right: str, unit: UUID | None = None) -> bool:
    """Whether the principal has the right, in the unit where it is a unit's."""
    row = RIGHTS[right]
    if principal.kind == "key" and (row.needs_session or not _within_scope(principal, right)):
        return False
    if row.of_no_unit:
        return not row.roles or (principal.is_admin and Role.ADMINISTRATOR in row.roles)
    return unit is not None and bool(principal.roles_in(unit) & row.roles)


def has_right_somewhere(principal: Principal, right: str) -> bool:
    """Whether there is any unit in which the principal has the right."""
    if RIGHTS[right].of_no_unit:
        return has_right(principal, right)
    return bool(principal.in_every_unit & RIGHTS[right].roles) or bool(open_units(principal, right))


def open_units(principal: Principal, right: str) -> tuple[UUID, ...]:
    """The units in which the principal was given the right, for lists that span units."""
    return tuple(unit for unit in principal.roles if has_right(principal, right, unit))


def _within_scope(principal: Principal, right: str) -> bool:
    return principal.scopes is None or right in principal.scopes or right == "me.read"
