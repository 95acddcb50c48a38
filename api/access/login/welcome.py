"""What happens when somebody has shown who they are: a new session, a line in the journal, and on to the page."""

from __future__ import annotations

from uuid import UUID

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from fastapi.routing import iter_route_contexts

from api.access import journal, sessions
from api.access.attempts import count_attempt
from api.access.cookies import SESSION
from api.access.tables import User
from api.errors import TooMany, Unauthenticated
from api.settings import Settings
from api.store.engine import Store
from api.store.tables import now
from api.telling import request_id_of

SEE_OTHER = 303
SECONDS_PER_HOUR = 3600
TRIED_TOO_OFTEN = "For mange innloggingsforsøk. Vent {minutes} minutter."


def welcome(request: Request, user_id: UUID, via: str) -> Response:
    """A session for the person, with a new secret, in place of any that the browser brought."""
    settings, store = parts(request)
    moment = now()
    with store.writing() as session:
        alias = session.get_one(User, user_id).alias
        brought = SESSION.read(request, settings)
        _, secret = sessions.open_session(
            session, user_id, via, brought=brought, now=moment, settings=settings
        )
        journal.write(session, _said(request, alias, via, "log_in"), moment)
    response = RedirectResponse(home(request), status_code=SEE_OTHER)
    SESSION.set(response, settings, secret, settings.session_hours * SECONDS_PER_HOUR)
    return response


def refuse(request: Request, via: str, told: str) -> Unauthenticated:
    """The answer to whoever could not show who they are; the journal knows that somebody tried."""
    _, store = parts(request)
    with store.writing() as session:
        journal.write(session, _said(request, None, via, "log_in_refused"), now())
    return Unauthenticated(told, code="log_in_refused")


def count(request: Request, login: str | None) -> None:
    """Count an attempt before it is tried, and refuse it where there have been too many."""
    settings, store = parts(request)
    with store.writing() as session:
        wait = count_attempt(session, login, address_of(request), now=now(), settings=settings)
    if wait is not None:
        raise TooMany(
            TRIED_TOO_OFTEN,
            code="too_many_log_ins",
            headers={"Retry-After": str(wait)},
            minutes=-(-wait // 60),
        )


def parts(request: Request) -> tuple[Settings, Store]:
    """The settings and the store of the app."""
    return request.app.state.settings, request.app.state.store


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def home(request: Request) -> str:
    """The front page; where there is none, the page that tells who is logged in."""
    return "/" if any(one.path == "/" for one in iter_route_contexts(request.app.routes)) else "/login"


def _said(request: Request, alias: str | None, via: str, outcome: str) -> journal.Said:
    return journal.Said(alias, via, "log-in", outcome, request=request_id_of(request))
