"""The journal as it is read and verified at the machine itself."""

from __future__ import annotations

from collections import deque

from api.access.journal import Head, entries, verify
from api.settings import Settings
from api.store.engine import Store
from api.words import say
from solver.domain.fault import FaultError, fault

WHOLE = "Journalen henger sammen: {entries} linjer. Slutten er {entries}:{digest}"
KEEP = "Skriv slutten ned et annet sted. Da viser `heltid journal verify --expect` om noe er kuttet bort."
BROKEN = "Journalen er endret: linje {number} {what}."
BAD_END = ("«{given}» er ikke en slutt.", "Skriv den slik `heltid journal verify` skrev den: antall:hash.")
COLUMNS = ("at", "principal", "via", "right", "unit", "subject", "outcome")


def shown(person: str, unit: str, last: int) -> list[str]:
    """The last lines, fields with tabs between."""
    kept: deque[str] = deque(maxlen=last)
    with Store(Settings().database).reading() as session:
        for entry in entries(session):
            if person in ("", entry.says["principal"]) and unit in ("", entry.says["unit"]):
                kept.append("\t".join([str(entry.number), *(entry.says[name] or "-" for name in COLUMNS)]))
    return list(kept)


def verified(expect: str, lang: str) -> tuple[list[str], int]:
    """What there is to say, and the exit code: 0 whole, 1 broken."""
    expected = _head(expect) if expect else None
    with Store(Settings().database).reading() as session:
        head, broken = verify(session, expected)
    if broken:
        return [say(BROKEN, lang, number=broken.number, what=say(broken.what, lang))], 1
    told = say(WHOLE, lang, entries=head.entries, digest=head.digest)
    return [told] if expect else [told, say(KEEP, lang)], 0


def _head(given: str) -> Head:
    count, _, digest = given.partition(":")
    if not (count.isdecimal() and digest):
        raise FaultError([fault("--expect", "bad_end", *BAD_END, given=given[:80])])
    return Head(int(count), digest)
