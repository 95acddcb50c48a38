"""Who is asking: a key in the Authorization header, else a session in the cookie; nobody is 401."""

from __future__ import annotations

import hmac
from dataclasses import replace
from typing import Annotated

from fastapi import Request, Security
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.orm import Session

from api.access import keys, sessions, users
from api.access.cookies import SESSION
from api.access.links import gives_links
from api.access.origins import SAFE_METHODS, check_own_page
from api.access.principal import Principal, Role
from api.access.roles import narrowed, person_of
from api.access.tables import ApiKey, SignIn
from api.deps import Configured, Kept
from api.errors import Unauthenticated
from api.settings import Settings
from api.store.engine import Store
from api.store.tables import now

FIRST_KEY = Principal(
    id=users.FIRST_KEY_ID,
    name_alias="first-key",
    kind="key",
    is_admin=True,
    in_every_unit=frozenset({Role.MANAGER, Role.ADMINISTRATOR}),
)
bearer = HTTPBearer(auto_error=False, scheme_name="key", description="En nøkkel, laget med `POST /v1/keys`.")
cookie = APIKeyCookie(
    name=SESSION.name, auto_error=False, scheme_name="session", description="Nettsidens innlogging."
)


def principal_of(
    request: Request,
    settings: Configured,
    store: Kept,
    given: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
    _cookie: Annotated[str | None, Security(cookie)],
) -> Principal:
    """Who is asking; 401 for nobody, and for a key or a session that does not hold."""
    if given is not None:
        return _by_key(given.credentials, settings, store)
    if "authorization" in request.headers:
        raise Unauthenticated
    secret = SESSION.read(request, settings)
    if secret is None:
        raise Unauthenticated
    principal = by_session(secret, settings, store)
    if request.method not in SAFE_METHODS:
        check_own_page(request, settings, secret)
    return principal


def _by_key(text: str, settings: Settings, store: Store) -> Principal:
    if _is_first_key(text, settings):
        return FIRST_KEY
    moment = now()
    with store.reading() as session:
        key = keys.find_key(session, text, moment)
        person = _person(session, key, settings) if key else None
    if key is None or person is None:
        raise Unauthenticated("Nøkkelen gjelder ikke.")
    if key.used_at is None or moment - key.used_at >= keys.USED_EVERY:
        with store.writing() as session:
            keys.touch(session, key.id, moment)
    return narrowed(person, key)


def _is_first_key(text: str, settings: Settings) -> bool:
    """The key of the settings, where the service is on this machine alone."""
    first = settings.key.get_secret_value() if settings.key else ""
    same = hmac.compare_digest(text.encode(errors="replace"), first.encode())
    return bool(first) and same and gives_links(settings.host, settings.public_url)


def by_session(secret: str, settings: Settings, store: Store) -> Principal:
    """The person of a session's secret; 401 where it does not hold."""
    moment = now()
    with store.reading() as session:
        sign_in = sessions.find_session(session, secret, moment, settings)
        person = _person(session, sign_in, settings) if sign_in else None
    if sign_in is None or person is None:
        raise Unauthenticated("Innloggingen er utløpt. Logg inn på nytt.")
    if sessions.is_due(sign_in, moment):
        with store.writing() as session:
            sessions.touch(session, sign_in.id, moment)
    return replace(person, sign_in=sign_in.id)


def _person(session: Session, way_in: ApiKey | SignIn, settings: Settings) -> Principal | None:
    user = users.active(session, way_in.user_id)
    return person_of(session, user, now(), settings.group_days) if user else None
