"""Sessions of the web page: the cookie holds a secret, the server everything else.

A new secret at every log-in, whatever the browser brought along (no session fixation); an end after idleness, and an
end whatever happens; and revocation that holds from the next request on.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, select, update
from sqlalchemy.orm import Session

from api.access.settings import AccessSettings
from api.access.tables import SignIn
from api.access.tokens import digest, new_secret
from api.ids import new_id

KEPT = timedelta(days=30)  # as long as somebody may ask when a session ended
SEEN_EVERY = timedelta(minutes=1)  # how exactly idleness is counted


def open_session(
    session: Session, user_id: UUID, via: str, *, brought: str | None, now: datetime, settings: AccessSettings
) -> tuple[SignIn, str]:
    """A new session and its secret; what the browser brought along is ended, and what ended long ago is forgotten."""
    session.execute(delete(SignIn).where(SignIn.expires_at < now - KEPT))
    if brought:
        end_by_secret(session, brought, now)
    secret = new_secret()
    kept = SignIn(
        id=new_id(),
        digest=digest(secret),
        user_id=user_id,
        via=via,
        created_at=now,
        seen_at=now,
        expires_at=now + timedelta(hours=settings.session_hours),
    )
    session.add(kept)
    session.flush()
    return kept, secret


def find_session(session: Session, secret: str, now: datetime, settings: AccessSettings) -> SignIn | None:
    """The session of this secret, unless ended, idle for too long or too old."""
    kept = session.scalar(select(SignIn).where(SignIn.digest == digest(secret)))
    if kept is None or kept.revoked_at is not None or now >= kept.expires_at:
        return None
    return kept if now < kept.seen_at + timedelta(minutes=settings.session_idle_minutes) else None


def is_due(kept: SignIn, now: datetime) -> bool:
    """Whether its use should be written down: not at every request."""
    return now - kept.seen_at >= SEEN_EVERY


def touch(session: Session, sign_in_id: UUID, now: datetime) -> None:
    session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(seen_at=now))


def end_by_secret(session: Session, secret: str, now: datetime) -> None:
    _end(session, now, SignIn.digest == digest(secret))


def end_one(session: Session, user_id: UUID, sign_in_id: UUID, now: datetime) -> bool:
    """End one of the person's own; whether there was one."""
    return _end(session, now, SignIn.user_id == user_id, SignIn.id == sign_in_id) > 0


def end_all(session: Session, user_id: UUID, now: datetime) -> int:
    """End all of the person's; how many."""
    return _end(session, now, SignIn.user_id == user_id)


def _end(session: Session, now: datetime, *which: ColumnElement[bool]) -> int:
    ended = update(SignIn).where(SignIn.revoked_at.is_(None), *which).values(revoked_at=now)
    return len(session.execute(ended.returning(SignIn.id)).all())


def valid(user_id: UUID, now: datetime) -> Select[SignIn]:
    """A select of the person's sessions that hold."""
    return select(SignIn).where(
        SignIn.user_id == user_id, SignIn.revoked_at.is_(None), SignIn.expires_at > now
    )
