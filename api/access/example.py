"""The example administrator of a service on loopback, whom the one-time link is for."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.access import links, roles, users
from api.access.principal import Role
from api.access.tables import Identity, RoleGrant, User
from api.settings import Settings
from api.store.engine import Store
from api.store.tables import Unit, now

ISSUER, SUBJECT = "urn:heltid:loopback", "example-administrator"


def example_administrator(session: Session) -> User:
    """The administrator, who also leads every unit that nobody leads: the examples, on a machine of one's own."""
    kept = session.get(Identity, (ISSUER, SUBJECT))
    if kept is None:
        kept = Identity(issuer=ISSUER, subject=SUBJECT, user_id=users.new_user(session).id)
        session.add(kept)
    roles.give(session, kept.user_id, Role.ADMINISTRATOR, None)
    led = select(RoleGrant.unit_id).where(RoleGrant.role == Role.MANAGER, RoleGrant.unit_id.is_not(None))
    for unit in session.scalars(select(Unit.id).where(Unit.id.not_in(led))).all():
        roles.give(session, kept.user_id, Role.MANAGER, unit)
    return session.get_one(User, kept.user_id)


def sign_in_link(settings: Settings, store: Store) -> str | None:
    """A new link for the example administrator; None where the service gives none."""
    if not links.gives_links(settings.host, settings.public_url) or not settings.port:
        return None
    with store.writing() as session:
        user = example_administrator(session)
        return links.new_link(session, user.id, origin_of(settings), now())


def origin_of(settings: Settings) -> str:
    """The address that a browser on this machine finds the service at."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"
