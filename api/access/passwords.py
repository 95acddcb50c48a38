"""Passwords of the local log-in: argon2id, and the same work whether or not the person exists."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

MIN_LENGTH = 14
MAX_LENGTH = 200  # argon2 reads all of it: a megabyte would be work for nothing
HASHER = PasswordHasher()  # argon2id with the library's parameters (RFC 9106, low memory)


def hash_password(password: str) -> str:
    return HASHER.hash(password)


def is_password(password: str, kept: str | None) -> bool:
    """Whether the password is right. Without a kept hash the answer is no, after the same work."""
    if len(password) > MAX_LENGTH:
        password, kept = "", None
    try:
        HASHER.verify(kept or _nobodys_hash(), password)
    except (Argon2Error, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether the hash was made with weaker parameters than today's, and should be made anew at log-in."""
    return HASHER.check_needs_rehash(kept)


@cache
def _nobodys_hash() -> str:
    """The hash that is checked for someone who does not exist."""
    return HASHER.hash("ingen har dette passordet")
