"""A journal that was tampered with shows where."""

import pytest

from api.access.chain import START, Break, Entry, entry_hash, first_break


def chain(count: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, count + 1):
        before = entries[-1].own if entries else START
        says = {"who": f"B-{number}", "what": "plans.read", "unit": None}
        entries.append(Entry(number, says, before, entry_hash(number, says, before)))
    return entries


def test_a_whole_chain_holds_and_so_does_none() -> None:
    assert first_break(chain(5)) is None
    assert first_break([]) is None


@pytest.mark.parametrize("field", ["who", "what", "unit"])
def test_a_changed_field_shows(field: str) -> None:
    entries = chain(5)
    entries[2] = entries[2]._replace(says=dict(entries[2].says) | {field: "another"})
    assert first_break(entries) == Break(3, "er endret")


def test_an_entry_taken_out_shows() -> None:
    entries = chain(5)
    assert first_break(entries[:2] + entries[3:]) == Break(3, "mangler")


def test_an_entry_taken_out_and_the_rest_numbered_anew_shows() -> None:
    entries = [entry._replace(number=number) for number, entry in enumerate(chain(5)[1:], start=1)]
    assert first_break(entries) == Break(1, "henger ikke sammen med den foran")


def test_an_entry_rewritten_with_its_hash_shows_in_the_next() -> None:
    entries = chain(5)
    says = dict(entries[1].says) | {"who": "B-9"}
    entries[1] = Entry(2, says, entries[1].before, entry_hash(2, says, entries[1].before))
    assert first_break(entries) == Break(3, "henger ikke sammen med den foran")


def test_fields_cannot_flow_into_each_other() -> None:
    assert entry_hash(1, {"a": "b", "c": ""}, START) != entry_hash(1, {"a": "", "c": "b"}, START)
    assert entry_hash(1, {"a": None}, START) != entry_hash(1, {"a": "null"}, START)
