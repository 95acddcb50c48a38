"""Log-in attempts are counted before they are tried, over all machines that share the store."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from api.access.settings import AccessSettings
from api.access.tables import LoginCount
from api.access.tokens import digest


def login_bucket(login: str) -> bytes:
    """Where attempts on a login are counted, whether or not anyone has it."""
    return digest(f"login:{login}")


def address_bucket(address: str) -> bytes:
    return digest(f"address:{address}")


def count_attempt(
    session: Session, login: str | None, address: str, *, now: datetime, settings: AccessSettings
) -> int | None:
    """Count an attempt; the seconds to wait when there have been too many, else None."""
    session.execute(delete(LoginCount).where(LoginCount.until <= now))
    limits = {address_bucket(address): settings.login_attempts_address}
    if login is not None:
        limits[login_bucket(login)] = settings.login_attempts
    until, waits = now + timedelta(minutes=settings.login_minutes), [0.0]
    for bucket, limit in sorted(
        limits.items()
    ):  # in one order, so that two of them never wait for each other
        count, ends = _count(session, bucket, until)
        waits += [(ends - now).total_seconds()] if count > limit else []
    return math.ceil(max(waits)) or None


def forget(session: Session, login: str) -> None:
    """After a log-in that succeeded its earlier attempts no longer count."""
    session.execute(delete(LoginCount).where(LoginCount.bucket == login_bucket(login)))


def _count(session: Session, bucket: bytes, until: datetime) -> tuple[int, datetime]:
    """One more in the bucket: how many now, and until when they are counted. One statement, whoever else counts."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    row = insert(LoginCount).values(bucket=bucket, until=until, count=1)
    counted = row.on_conflict_do_update(
        index_elements=[LoginCount.bucket], set_={"count": LoginCount.count + 1}
    )
    count, ends = session.execute(counted.returning(LoginCount.count, LoginCount.until)).one()
    return count, ends
