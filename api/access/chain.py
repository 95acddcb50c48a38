"""The journal's chain: each entry holds the hash of the one before, so that a changed or missing one shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

START = bytes(32)  # what the first entry follows


class Break(NamedTuple):
    """Where a chain does not hold: the entry's number, and what is wrong (bokmål)."""

    number: int
    what: str


class Entry(NamedTuple):
    """An entry as it is kept: its number from 1, what it says, and the two hashes."""

    number: int
    says: Mapping[str, str | None]
    before: bytes
    own: bytes


def entry_hash(number: int, says: Mapping[str, str | None], before: bytes) -> bytes:
    """SHA-256 over the hash before, the number and every field, 32 bytes."""
    told = json.dumps([number, says], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(before + told.encode("ascii")).digest()


def first_break(entries: Iterable[Entry]) -> Break | None:
    """The first entry that was changed, taken out or put in; None where the whole chain holds."""
    before = START
    for number, entry in enumerate(entries, start=1):
        if entry.number != number:
            return Break(number, "mangler")
        if entry.before != before:
            return Break(number, "henger ikke sammen med den foran")
        if entry.own != entry_hash(number, entry.says, before):
            return Break(number, "er endret")
        before = entry.own
    return None
