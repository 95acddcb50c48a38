"""The local log-in, for an emergency and for those without the municipality's: a login and a password."""

from __future__ import annotations

import re
import unicodedata
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.access import passwords, users
from api.access.tables import LocalLogin, User
from api.store.engine import Store
from api.store.tables import now
from solver.domain.fault import Fault, FaultError, fault

LOGIN = re.compile(r"[^\W_][\w.@+-]{1,98}[^\W_]")
ELEVEN_DIGITS = re.compile(r"\d{11}")
BAD_LOGIN = ("«{login}» kan ikke brukes.", "Skriv 3-100 bokstaver, sifre og . _ @ + - uten mellomrom.")
NATIONAL = ("Et fødselsnummer kan ikke brukes.", "Skriv et brukernavn som ikke er et nummer.")
SHORT = ("Passordet er for kort.", "Bruk {least} tegn eller mer, for eksempel fire ord.")
LONG = ("Passordet er for langt.", "Bruk {most} tegn eller færre.")
TAKEN = ("Brukernavnet finnes fra før.", "Velg et annet, eller bruk `heltid user reset`.")
UNKNOWN = ("Brukernavnet finnes ikke.", "Se etter skrivefeil, eller bruk `heltid user add`.")


def plain(login: str) -> str:
    """One spelling of a login, however it was typed."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def add(session: Session, login: str, password: str) -> User:
    """A new person with a local log-in, without a role."""
    login = plain(login)
    _refuse([*login_faults(login), *password_faults(password)])
    if _find(session, login):
        _refuse([fault("login", "taken", *TAKEN)])
    user = users.new_user(session)
    session.add(LocalLogin(user_id=user.id, login=login, password=passwords.hash_password(password)))
    session.flush()
    return user


def reset(session: Session, login: str, password: str) -> UUID:
    """A new password; every session, key and link that the person had is ended."""
    _refuse(password_faults(password))
    kept = _find(session, plain(login))
    if kept is None:
        raise FaultError([fault("login", "unknown", *UNKNOWN)])
    kept.password, kept.changed_at = passwords.hash_password(password), now()
    users.end_ways_in(session, kept.user_id, now())
    return kept.user_id


def who(store: Store, login: str, password: str) -> UUID | None:
    """The person of a login and a password; the same work for one who does not exist, or is shut out."""
    with store.reading() as session:
        kept = _find(session, plain(login))
        is_in = kept is not None and users.active(session, kept.user_id) is not None
    is_right = passwords.is_password(password, kept.password if kept else None)
    if kept is None or not (is_right and is_in):
        return None
    if passwords.is_outdated(kept.password):
        with store.writing() as session:
            session.get_one(LocalLogin, kept.user_id).password = passwords.hash_password(password)
    return kept.user_id


def login_faults(login: str) -> list[Fault]:
    if ELEVEN_DIGITS.search(login):
        return [fault("login", "national_number", *NATIONAL)]
    return [] if LOGIN.fullmatch(login) else [fault("login", "bad_login", *BAD_LOGIN, login=login[:40])]


def password_faults(password: str) -> list[Fault]:
    if len(password) < passwords.MIN_LENGTH:
        return [fault("password", "too_short", *SHORT, least=passwords.MIN_LENGTH)]
    if len(password) > passwords.MAX_LENGTH:
        return [fault("password", "too_long", *LONG, most=passwords.MAX_LENGTH)]
    return []


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise FaultError(faults)


def _find(session: Session, login: str) -> LocalLogin | None:
    return session.scalar(select(LocalLogin).where(LocalLogin.login == login))
