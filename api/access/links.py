"""The one-time sign-in link of a service on loopback: 15 minutes, once, and only from this machine."""

from __future__ import annotations

import ipaddress
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from api.access.tables import SignInLink
from api.access.tokens import digest, new_secret

LIFETIME = timedelta(minutes=15)
PATH = "/login/link"


def is_loopback(host: str | None) -> bool:
    """Whether the host is this machine itself; an empty host, which is every address, is not."""
    if not host:
        return False
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def gives_links(host: str, public_url: str) -> bool:
    """Whether the service may make links: it listens on loopback only, and nobody is told another address."""
    return is_loopback(host) and (not public_url or is_loopback(urlsplit(public_url).hostname))


def new_link(session: Session, user_id: UUID, origin: str, now: datetime) -> str:
    """A link for the person; those made before stop working.

    The secret stands behind ``#``, which a browser keeps to itself: it is in no request, and so in no log.
    """
    session.execute(delete(SignInLink).where(SignInLink.user_id == user_id))
    secret = new_secret()
    session.add(SignInLink(digest=digest(secret), user_id=user_id, expires_at=now + LIFETIME))
    return f"{origin}{PATH}#{secret}"


def redeem(session: Session, secret: str, now: datetime) -> UUID | None:
    """The person of the link, the first time within its lifetime; two at once cannot both have it."""
    this_link = (
        SignInLink.digest == digest(secret),
        SignInLink.used_at.is_(None),
        SignInLink.expires_at > now,
    )
    used = update(SignInLink).where(*this_link).values(used_at=now).returning(SignInLink.user_id)
    return session.execute(used).scalar_one_or_none()
