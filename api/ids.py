"""Identifiers that the service makes: UUIDv7 (RFC 9562), which sort by when they were made."""

from __future__ import annotations

import secrets
import time
from uuid import UUID

RANDOM_A_BITS, RANDOM_B_BITS = 12, 62
VERSION, VARIANT = 7, 0b10


def new_id() -> UUID:
    """A new UUIDv7: 48 bits of milliseconds since 1970, the rest random."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80
    value |= VERSION << 76 | secrets.randbits(RANDOM_A_BITS) << 64
    value |= VARIANT << 62 | secrets.randbits(RANDOM_B_BITS)
    return UUID(int=value)
