"""A key is found by what was shown once, holds for a time, and never gives more than its maker has now."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from api.access import roles
from api.access.keys import WantedKey, count_valid, find_key, key_faults, make_key
from api.access.principal import Principal, Role
from api.access.rights import has_right
from api.access.tables import ApiKey, User
from api.ids import new_id
from api.store.engine import Store
from tests.api.access.conftest import NOW

OWN, OTHER = new_id(), new_id()
PLANNER = Principal(new_id(), "B-TEST", roles={OWN: frozenset({Role.PLANNER})})
ADMIN = Principal(
    new_id(), "B-TEST", is_admin=True, in_every_unit=frozenset({Role.ADMINISTRATOR}),
    roles={OWN: frozenset({Role.PLANNER})},
)  # fmt: skip


def wanted(*rights: str, units: list[UUID] | None = None) -> WantedKey:
    return WantedKey("lønnssystemet", rights, units, days=30)


def test_only_the_whole_text_finds_the_key_and_the_store_does_not_have_it(
    shared: Store, person: Callable[[], User]
) -> None:
    maker = person()
    with shared.writing() as session:
        kept, text = make_key(session, Principal(maker.id, maker.alias), wanted("job.read"), now=NOW, most=50)
        secret = text[16:]
    with shared.reading() as session:
        found = find_key(session, text, NOW)
        assert found is not None
        assert found.id == kept.id
        for wrong in (text[:-1] + "~", text[:-1], f"heltid_{kept.prefix}_{'A' * 43}", "", kept.prefix):
            assert find_key(session, wrong, NOW) is None
        row = session.get_one(ApiKey, kept.id)
        held = {column.name: getattr(row, column.name) for column in ApiKey.__table__.columns}
        assert secret not in repr(held)


def test_a_key_ends_when_it_expires_and_when_it_is_revoked(shared: Store, person: Callable[[], User]) -> None:
    maker = person()
    with shared.writing() as session:
        kept, text = make_key(session, Principal(maker.id, maker.alias), wanted("job.read"), now=NOW, most=50)
        assert find_key(session, text, NOW + timedelta(days=29, hours=23)) is not None
        assert find_key(session, text, NOW + timedelta(days=30)) is None
        assert count_valid(session, maker.id, NOW) == 1
        kept.revoked_at = NOW
        session.flush()
        assert find_key(session, text, NOW) is None
        assert count_valid(session, maker.id, NOW) == 0


@pytest.mark.parametrize(
    ("maker", "asked", "paths"),
    [
        (PLANNER, wanted("job.read", "roster.read", units=[OWN]), []),
        (PLANNER, wanted("job.read"), []),
        (PLANNER, wanted("job.read", units=[OWN, OTHER]), ["units[1]", "rights[0]"]),
        (PLANNER, wanted("me.read", "members.read", units=[OWN]), ["rights[1]"]),
        (PLANNER, wanted("unit.create"), ["rights[0]"]),
        (PLANNER, wanted("keys.write"), ["rights[0]"]),
        (PLANNER, wanted("everything"), ["rights[0]"]),
        (ADMIN, wanted("unit.create", "catalogue.read"), []),
        (ADMIN, wanted("unit.create", "catalogue.read", units=[OWN]), ["rights[0]"]),
        (ADMIN, wanted("members.write"), ["rights[0]"]),
        (ADMIN, wanted("members.read", units=[OTHER]), []),
        (ADMIN, wanted("roster.read", units=[OTHER]), ["rights[0]"]),
    ],
)
def test_a_key_is_never_made_with_more_than_its_maker_has(
    maker: Principal, asked: WantedKey, paths: list[str]
) -> None:
    assert [one.path for one in key_faults(maker, asked)] == paths


def test_a_key_loses_what_its_maker_loses() -> None:
    key = ApiKey(units=None, rights=["job.read", "unit.create"])
    assert has_right(roles.narrowed(PLANNER, key), "job.read", OWN)
    assert not has_right(roles.narrowed(PLANNER, key), "unit.create")
    assert has_right(roles.narrowed(ADMIN, key), "unit.create")
    assert not has_right(roles.narrowed(Principal(PLANNER.id, "B-TEST"), key), "job.read", OWN)


def test_a_key_of_one_unit_is_no_administrators_key() -> None:
    narrow = roles.narrowed(ADMIN, ApiKey(units=[str(OWN)], rights=["unit.create", "unit.read", "job.read"]))
    assert not has_right(narrow, "unit.create")
    assert has_right(narrow, "unit.read", OWN)
    assert has_right(narrow, "job.read", OWN)
    assert narrow.roles_in(OTHER) == frozenset()
