"""Keys for programs: shown once, kept as a hash, narrowed to units and rights, and they expire."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from api.access.principal import Principal
from api.access.rights import KEY_RIGHTS, RIGHTS, has_right, has_right_somewhere
from api.access.tables import ApiKey
from api.access.tokens import is_same, key_prefix, new_key
from api.errors import Conflict
from api.ids import new_id
from solver.domain.fault import Fault, fault

NO_SUCH = ("En nøkkel kan ikke ha rettigheten «{right}».", "Se rettighetene i `GET /v1/me`.")
NOT_YOURS = (
    "Du har ikke rettigheten «{right}» i alle disse enhetene.",
    "Ta den ut, eller ta med færre enheter.",
)
CHANGES = (".write", ".create")
USED_EVERY = timedelta(minutes=5)  # how exactly the time of last use is kept


@dataclass(frozen=True)
class WantedKey:
    """What a key is asked to be: no units is every unit the maker has, then and later."""

    label: str
    rights: Sequence[str]
    units: Sequence[UUID] | None
    days: int


def key_faults(maker: Principal, wanted: WantedKey) -> list[Fault]:
    """Every right and unit that the maker cannot give away, by its place in the body."""
    faults = []
    for place, unit in enumerate(wanted.units or ()):
        if not maker.roles_in(unit):
            faults.append(
                fault(f"units[{place}]", "no_such_unit", "Enheten finnes ikke.", "Skriv en enhet du har.")
            )
    for place, right in enumerate(wanted.rights):
        if right not in KEY_RIGHTS:
            faults.append(fault(f"rights[{place}]", "no_such_right", *NO_SUCH, right=right))
        elif not _holds(maker, right, wanted.units):
            faults.append(fault(f"rights[{place}]", "not_yours", *NOT_YOURS, right=right))
    return faults


def _holds(maker: Principal, right: str, units: Sequence[UUID] | None) -> bool:
    """Whether the maker has the right in all of the units; a right of no unit goes with no narrowing to units."""
    if RIGHTS[right].of_no_unit:
        return has_right(maker, right) and (units is None or not RIGHTS[right].roles)
    if units is None:
        return has_right_somewhere(maker, right)
    return all(has_right(maker, right, unit) for unit in units)


def givable(maker: Principal, *, is_reading: bool = False) -> list[str]:
    """The rights that the maker can give a key, or those of them that change nothing."""
    held = (right for right in KEY_RIGHTS if has_right_somewhere(maker, right))
    return sorted(right for right in held if not is_reading or not right.endswith(CHANGES))


def make_key(
    session: Session, maker: Principal, wanted: WantedKey, *, now: datetime, most: int
) -> tuple[ApiKey, str]:
    """A key, and its text, which is told here and never again; Conflict where the maker has the `most` already."""
    if count_valid(session, maker.id, now) >= most:
        raise Conflict("Du har mange nøkler. Trekk tilbake en først.", code="too_many_keys")
    made = new_key()
    kept = ApiKey(
        id=new_id(),
        prefix=made.prefix,
        digest=made.digest,
        user_id=maker.id,
        label=wanted.label,
        units=None if wanted.units is None else [str(unit) for unit in wanted.units],
        rights=sorted(set(wanted.rights)),
        created_at=now,
        expires_at=now + timedelta(days=wanted.days),
    )
    session.add(kept)
    session.flush()
    return kept, made.text


def find_key(session: Session, text: str, now: datetime) -> ApiKey | None:
    """The key with this text, unless expired or revoked."""
    prefix = key_prefix(text)
    kept = session.scalar(select(ApiKey).where(ApiKey.prefix == prefix)) if prefix else None
    if kept is None or not is_same(text, kept.digest):
        return None
    return kept if kept.revoked_at is None and now < kept.expires_at else None


def touch(session: Session, key_id: UUID, now: datetime) -> None:
    session.execute(update(ApiKey).where(ApiKey.id == key_id).values(used_at=now))


def count_valid(session: Session, user_id: UUID, now: datetime) -> int:
    valid = select(func.count()).select_from(ApiKey)
    valid = valid.where(ApiKey.user_id == user_id, ApiKey.revoked_at.is_(None), ApiKey.expires_at > now)
    return session.scalar(valid) or 0
