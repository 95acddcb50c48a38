"""Secrets that the service makes: 256 bits, shown once, kept as their SHA-256.

A random secret of 256 bits cannot be guessed, so a plain hash keeps it; slow hashing is for passwords.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import NamedTuple

SECRET_BYTES = 32
KEY_MARK = "heltid_"
PREFIX_LENGTH = 8
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that reads as another letter or digit

# What a key looks like, whole or cut off: for refusing it in an address and hiding it in logs.
KEY_SHAPE = re.compile(r"heltid_([a-z0-9]{8})_[A-Za-z0-9_-]+")
KEY_WHOLE = re.compile(r"heltid_([a-z0-9]{8})_([A-Za-z0-9_-]{43})")


class NewKey(NamedTuple):
    """A key just made: ``text`` is shown once, ``prefix`` and ``digest`` are kept."""

    text: str
    prefix: str
    digest: bytes


def new_key() -> NewKey:
    prefix = "".join(secrets.choice(ALPHABET) for _ in range(PREFIX_LENGTH))
    text = f"{KEY_MARK}{prefix}_{new_secret()}"
    return NewKey(text, prefix, digest(text))


def new_secret() -> str:
    """256 random bits as 43 characters that need no escaping in an address, a form or a header."""
    return secrets.token_urlsafe(SECRET_BYTES)


def digest(secret: str) -> bytes:
    """The SHA-256 of a secret, 32 bytes."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()


def is_same(secret: str, kept: bytes) -> bool:
    """Whether this is the secret that was kept, in time that does not depend on where they differ."""
    return hmac.compare_digest(digest(secret), kept)


def key_prefix(text: str) -> str | None:
    """The prefix of something with a key's shape, else None."""
    found = KEY_WHOLE.fullmatch(text)
    return found[1] if found else None


def csrf_token(session_secret: str) -> str:
    """The token that a page sends back with every change: from the session's secret, so nothing is stored."""
    return hmac.new(session_secret.encode(), b"heltid csrf", hashlib.sha256).hexdigest()


def is_csrf_token(sent: str, session_secret: str) -> bool:
    return hmac.compare_digest(sent.encode("utf-8", "replace"), csrf_token(session_secret).encode())
