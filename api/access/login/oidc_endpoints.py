"""Log-in by the municipality's own: out to it, and back with a code."""

from __future__ import annotations

import logging

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from api.access import oidc, users
from api.access.cookies import OIDC
from api.access.id_token import TokenRefusedError
from api.access.login.pages import told_on_page
from api.access.login.welcome import SEE_OTHER, count, parts, refuse, welcome
from api.access.origins import own_origin
from api.access.provider import Provider, ProviderError
from api.errors import NotFound, Problem, Unavailable
from api.store.tables import now

log = logging.getLogger("heltid.access")
router = APIRouter(include_in_schema=False)
REFUSED = "Innloggingen gikk ikke. Prøv igjen fra begynnelsen."
DOWN = "Kommunens innlogging svarer ikke. Prøv igjen om litt, eller logg inn med passord."


@router.get("/login/oidc")
def begin(request: Request) -> Response:
    settings, store = parts(request)
    provider, back = _provider(request), _back(request)
    try:
        count(request, None)
        provider.described()  # may ask the provider, which no transaction should wait for
        with store.writing() as session:
            begun = oidc.begin(session, provider, settings, back, now=now())
    except ProviderError as wrong:
        log.warning("the log-in provider cannot be used: %s", wrong)
        return told_on_page(request, Unavailable(DOWN, code="log_in_down"))
    except Problem as problem:
        return told_on_page(request, problem)
    response = RedirectResponse(begun.address, status_code=SEE_OTHER, headers={"Cache-Control": "no-store"})
    OIDC.set(response, settings, begun.browser, int(oidc.LIFETIME.total_seconds()))
    return response


@router.get(oidc.CALLBACK)
def finish(request: Request) -> Response:
    settings, store = parts(request)
    provider, told = _provider(request), dict(request.query_params)
    request.scope["query_string"] = b""  # a code is good once, and still nothing for a log
    try:
        with store.writing() as session:
            taken = oidc.take_attempt(session, told.get("state", ""))
        attempt = oidc.check_attempt(taken, OIDC.read(request, settings) or "", now())
        found = oidc.finish(provider, settings, _back(request), attempt=attempt, told=told)
        with store.writing() as session:
            user_id = users.by_identity(session, found, now())
    except (oidc.LoginRefusedError, TokenRefusedError) as wrong:
        log.warning("a log-in was refused: %s", wrong)
        return told_on_page(request, refuse(request, "oidc", REFUSED))
    except ProviderError as wrong:
        log.warning("the log-in provider cannot be used: %s", wrong)
        return told_on_page(request, Unavailable(DOWN, code="log_in_down"))
    response = (
        welcome(request, user_id, "oidc")
        if user_id
        else told_on_page(request, refuse(request, "oidc", REFUSED))
    )
    OIDC.clear(response, settings)
    return response


def _provider(request: Request) -> Provider:
    provider = request.app.state.provider
    if not isinstance(provider, Provider):
        raise NotFound
    return provider


def _back(request: Request) -> str:
    settings, _ = parts(request)
    origin = own_origin(settings, request.headers.get("host"))
    if origin is None:
        raise NotFound
    return origin
