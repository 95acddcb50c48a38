"""What is kept of who may do what. No name: a person is an alias here, and what logs in is apart from what was done."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.base import Base, now


class User(Base):
    """A person who can log in. Of one who is removed the alias stays, so that the journal still reads."""

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    alias: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    disabled_at: Mapped[datetime | None]
    groups: Mapped[list[Any]] = mapped_column(default=list)
    """as the municipality's log-in told them last"""
    groups_at: Mapped[datetime | None]


class Identity(Base):
    """Who a person is to the municipality's log-in: its issuer, and the subject it tells us (no national number)."""

    __tablename__ = "identities"

    issuer: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)


class LocalLogin(Base):
    """A local log-in, for when the municipality's is down."""

    __tablename__ = "local_logins"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str]
    """argon2id"""
    changed_at: Mapped[datetime] = mapped_column(default=now)


class RoleGrant(Base):
    """A role given here; without a unit it is held everywhere (forum member, administrator)."""

    __tablename__ = "role_grants"
    __table_args__ = (UniqueConstraint("user_id", "role", "unit_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    role: Mapped[str]
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=now)


class GroupRole(Base):
    """What a group of the municipality's log-in gives."""

    __tablename__ = "group_roles"
    __table_args__ = (UniqueConstraint("group_name", "role", "unit_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    group_name: Mapped[str] = mapped_column(index=True)
    role: Mapped[str]
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=now)


class SignIn(Base):
    """A session of the web page; its secret is in the cookie alone."""

    __tablename__ = "sign_ins"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(unique=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    via: Mapped[str]
    """oidc | local | link"""
    created_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class ApiKey(Base):
    """A program's key. What it may is never more than what the person who made it may at that moment."""

    __tablename__ = "api_keys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    prefix: Mapped[str] = mapped_column(unique=True)
    digest: Mapped[bytes]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    label: Mapped[str]
    units: Mapped[list[Any] | None]
    """ids; none: every unit its maker has"""
    rights: Mapped[list[Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]


class SignInLink(Base):
    """A one-time sign-in link of a service on loopback."""

    __tablename__ = "sign_in_links"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class OidcAttempt(Base):
    """A log-in that is on its way through the municipality's; bound to the browser that began it."""

    __tablename__ = "oidc_attempts"

    state: Mapped[bytes] = mapped_column(primary_key=True)
    browser: Mapped[bytes]
    nonce: Mapped[str]
    verifier: Mapped[str]
    expires_at: Mapped[datetime]


class LoginCount(Base):
    """Log-in attempts in a window of time, by login and by address, both only as a hash."""

    __tablename__ = "login_counts"

    bucket: Mapped[bytes] = mapped_column(primary_key=True)
    until: Mapped[datetime]
    count: Mapped[int]


class JournalEntry(Base):
    """Who saw and did what. The store refuses to change or delete it."""

    __tablename__ = "journal"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    principal: Mapped[str | None]
    """the person's alias; none for someone unknown"""
    via: Mapped[str]
    """session | key | log-in | command"""
    right: Mapped[str] = mapped_column("what")
    unit: Mapped[str | None] = mapped_column(index=True)
    subject: Mapped[str | None]
    """the id of what was seen or changed"""
    outcome: Mapped[str]
    """allowed | refused | not_found | or what came of a log-in"""
    request: Mapped[str | None]
    before: Mapped[bytes]
    own: Mapped[bytes]
