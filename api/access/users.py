"""People who can log in: an alias each, made here, that says nothing of who it is."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from api.access.oidc import LoggedIn
from api.access.tables import ApiKey, Identity, LocalLogin, RoleGrant, SignIn, SignInLink, User
from api.access.tokens import ALPHABET
from api.ids import new_id

FIRST_KEY_ID = UUID("00000000-0000-7000-8000-000000000001")
"""stands for the key of the settings, which is nobody's"""
ALIAS_LENGTH = 6
LONGEST_ALIAS = 20


def new_user(session: Session) -> User:
    """A person without a role, with an alias that nobody has had."""
    while session.scalar(select(User.id).where(User.alias == (alias := _alias()))):
        pass
    user = User(id=new_id(), alias=alias, groups=[])
    session.add(user)
    session.flush()
    return user


def _alias() -> str:
    return "B-" + "".join(secrets.choice(ALPHABET) for _ in range(ALIAS_LENGTH)).upper()


def by_alias(session: Session, alias: str) -> User | None:
    return session.scalar(select(User).where(User.alias == alias.strip().upper()))


def by_identity(session: Session, found: LoggedIn, now: datetime) -> UUID | None:
    """Whoever the municipality's log-in sent, with the groups it told; new at the first log-in; None when shut out."""
    kept = session.get(Identity, (found.issuer, found.subject))
    if kept is None:
        kept = Identity(issuer=found.issuer, subject=found.subject, user_id=new_user(session).id)
        session.add(kept)
    user = active(session, kept.user_id)
    if user is None:
        return None
    user.groups, user.groups_at = list(found.groups), now
    session.flush()
    return user.id


def active(session: Session, user_id: UUID) -> User | None:
    """The person, unless removed or shut out."""
    return session.scalar(select(User).where(User.id == user_id, User.disabled_at.is_(None)))


def shut_out(session: Session, user: User, now: datetime) -> None:
    """End everything the person could come in by; the roles stay."""
    user.disabled_at = now
    end_ways_in(session, user.id, now)


def end_ways_in(session: Session, user_id: UUID, now: datetime) -> None:
    """Revoke every session, key and link of the person."""
    session.execute(
        update(SignIn).where(SignIn.user_id == user_id, SignIn.revoked_at.is_(None)).values(revoked_at=now)
    )
    session.execute(
        update(ApiKey).where(ApiKey.user_id == user_id, ApiKey.revoked_at.is_(None)).values(revoked_at=now)
    )
    session.execute(delete(SignInLink).where(SignInLink.user_id == user_id))


def remove(session: Session, user: User, now: datetime) -> None:
    """Remove all that tells who the person is and all that lets them in; the alias stays for the journal."""
    shut_out(session, user, now)
    for table in (Identity, LocalLogin, RoleGrant, SignIn, ApiKey):
        session.execute(delete(table).where(table.user_id == user.id))
    user.groups, user.groups_at = [], None
