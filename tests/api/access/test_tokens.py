"""Secrets are long, shown once and kept as a hash; passwords cost the same whoever they are for."""

from unittest.mock import patch

import pytest
from argon2 import PasswordHasher

from api.access import passwords
from api.access.tokens import (
    KEY_WHOLE,
    csrf_token,
    digest,
    is_csrf_token,
    is_same,
    key_prefix,
    new_key,
    new_secret,
)


def test_a_new_key_has_256_bits_and_is_not_in_what_is_kept() -> None:
    key = new_key()
    secret = key.text.rsplit("_", 1)[-1] if key.text.count("_") == 2 else key.text[16:]
    assert KEY_WHOLE.fullmatch(key.text)
    assert key_prefix(key.text) == key.prefix
    assert len(secret) == 43
    assert len(key.digest) == 32
    assert secret.encode() not in key.digest


def test_keys_and_secrets_never_come_twice() -> None:
    assert len({new_key().text for _ in range(200)} | {new_secret() for _ in range(200)}) == 400


def test_only_the_same_secret_is_the_same() -> None:
    key = new_key()
    assert is_same(key.text, key.digest)
    assert not is_same(key.text[:-1], key.digest)
    assert not is_same("", key.digest)


@pytest.mark.parametrize(
    "text", ["", "heltid_", "heltid_abcdefgh_short", "Bearer x", "heltid_abcdefgh_" + "a" * 44]
)
def test_what_is_not_shaped_as_a_key_has_no_prefix(text: str) -> None:
    assert key_prefix(text) is None


def test_odd_characters_in_a_secret_are_refused_and_do_not_fall_over() -> None:
    assert not is_same("\udcff\x00æ", digest("x"))
    assert not is_csrf_token("\udcffæ", "secret")


def test_a_csrf_token_belongs_to_one_session_and_does_not_give_its_secret() -> None:
    assert is_csrf_token(csrf_token("one"), "one")
    assert not is_csrf_token(csrf_token("one"), "two")
    assert "one" not in csrf_token("one")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 with the least work: what is tested is which hashes are checked."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobodys_hash.cache_clear()


@pytest.mark.usefixtures("quick")
def test_a_password_is_right_or_wrong() -> None:
    kept = passwords.hash_password("fjorten tegn eller mer")
    assert kept.startswith("$argon2id$")
    assert passwords.is_password("fjorten tegn eller mer", kept)
    assert not passwords.is_password("fjorten tegn eller mes", kept)
    assert not passwords.is_password("x" * 1000, kept)


@pytest.mark.usefixtures("quick")
def test_someone_unknown_costs_the_same_work_as_someone_known() -> None:
    """Counted, not timed: one argon2 verification with the same parameters in every case."""
    kept = passwords.hash_password("fjorten tegn eller mer")
    passwords._nobodys_hash()
    for password, of in [
        ("galt", kept),
        ("galt", None),
        ("ingen har dette passordet", None),
        ("x" * 5000, kept),
    ]:
        with patch.object(
            PasswordHasher, "verify", autospec=True, side_effect=PasswordHasher.verify
        ) as verify:
            assert not passwords.is_password(password, of)
        assert verify.call_count == 1
        assert verify.call_args.args[1].split("$")[:4] == kept.split("$")[:4]


def test_the_real_parameters_are_argon2id_of_the_library() -> None:
    assert passwords.HASHER.type.name == "ID"
    assert passwords.HASHER.memory_cost >= 19 * 1024
