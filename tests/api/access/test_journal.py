"""The journal grows at its end, whoever asks for anything else, and shows when it was tampered with."""

from threading import Thread

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from api.access.chain import Break
from api.access.journal import Head, Said, verify, write
from api.access.tables import JournalEntry
from api.store.engine import Store
from tests.api.access.conftest import NOW


def say(store: Store, count: int = 1, who: str = "B-ABC234", what: str = "roster.read") -> None:
    for _ in range(count):
        with store.writing() as session:
            write(session, Said(who, "session", what, "allowed", unit="u", subject="s"), NOW)


def end(store: Store) -> Head:
    with store.reading() as session:
        head, broken = verify(session)
    assert broken is None
    return head


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET principal = 'B-ANOTHER' WHERE number = 1",
        "DELETE FROM journal WHERE number = 1",
        "DELETE FROM journal",
    ],
)
def test_the_store_refuses_to_change_or_delete_an_entry(shared: Store, statement: str) -> None:
    say(shared, 2)
    before = end(shared)
    with pytest.raises(DBAPIError, match="only added to"), shared.writing() as session:
        session.execute(text(statement))
    assert end(shared) == before


def test_an_entry_cannot_be_replaced_or_put_in_between(shared: Store) -> None:
    say(shared, 2)
    before = end(shared)
    replace = "INSERT OR REPLACE" if shared.is_sqlite else "INSERT"
    values = "(1, 'at', 'B-X', 'session', 'roster.read', 'allowed', {empty}, {empty})"
    columns = "(number, at, principal, via, what, outcome, before, own)"
    empty = "x''" if shared.is_sqlite else "''"
    with pytest.raises(DBAPIError), shared.writing() as session:
        session.execute(text(f"{replace} INTO journal {columns} VALUES {values.format(empty=empty)}"))
    assert end(shared) == before


def test_a_postgresql_journal_is_not_emptied_either(shared: Store) -> None:
    if shared.is_sqlite:
        return  # SQLite has no TRUNCATE
    say(shared)
    for prelude in ("SELECT 1", "SET session_replication_role = replica"):
        with shared.engine.connect() as connection:
            connection.execute(text(prelude))
            with pytest.raises(DBAPIError, match="only added to"):
                connection.execute(text("TRUNCATE journal"))


def test_writers_at_once_make_one_chain(shared: Store) -> None:
    before = end(shared).entries
    threads = [Thread(target=say, args=(shared, 5, f"B-{number}")) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert end(shared).entries == before + 20


def test_an_entry_is_kept_with_what_was_done_or_not_at_all(shared: Store) -> None:
    before = end(shared)
    with Session(shared.engine) as session:
        write(session, Said("B-ABC234", "session", "roster.write", "allowed"), NOW)
        session.rollback()
    assert end(shared) == before


def test_what_is_written_is_one_line_without_secrets(shared: Store) -> None:
    secret = "A" * 43
    say(shared, who="B-X\nforged", what=f"x {secret} 01017012345" + "y" * 500)
    with shared.reading() as session:
        last = session.query(JournalEntry).order_by(JournalEntry.number.desc()).limit(1).one()
    assert last.principal == "B-X\\nforged"
    assert secret not in last.right
    assert "01017012345" not in last.right
    assert len(last.right) <= 210


def test_a_journal_changed_behind_the_triggers_shows_where(store: Store) -> None:
    """As the owner of the store could: the refusal taken away, an entry changed, another cut off the end."""
    say(store, 3)
    kept = end(store)
    off = (
        ["DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete"]
        if store.is_sqlite
        else ["ALTER TABLE journal DISABLE TRIGGER ALL"]
    )
    with store.writing() as session:
        for statement in off:
            session.execute(text(statement))
        session.execute(text(f"DELETE FROM journal WHERE number = {kept.entries}"))
    with store.reading() as session:
        assert verify(session)[1] is None  # the chain alone cannot tell that its end is gone
        assert verify(session, kept)[1] == Break(kept.entries, "er ikke den som ble skrevet ned")
    with store.writing() as session:
        session.execute(text("UPDATE journal SET principal = 'B-ANOTHER' WHERE number = 2"))
    with store.reading() as session:
        assert verify(session)[1] == Break(2, "er endret")
