"""Log-in and log-out for people. What is sent is counted, checked and forgotten; nothing of it is logged."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.access import keys, local, sessions
from api.access.attempts import forget
from api.access.authenticate import by_session
from api.access.cookies import SESSION
from api.access.links import gives_links, is_loopback, redeem
from api.access.login.pages import page, told_on_page
from api.access.login.welcome import SEE_OTHER, address_of, count, parts, refuse, welcome
from api.access.origins import check_origin, check_own_page
from api.access.principal import Passage, Principal
from api.access.tokens import csrf_token
from api.errors import NotFound, Problem, Unauthenticated
from api.store.tables import now

router = APIRouter(include_in_schema=False)
WRONG = "Brukernavnet eller passordet er feil."
USED = "Lenken virker ikke: den er brukt, for gammel eller ikke hel. Start tjenesten på nytt for å få en ny."
Login = Annotated[str, Form(max_length=100)]
Password = Annotated[str, Form(max_length=1000)]
Label = Annotated[str, Form(min_length=1, max_length=60)]
Code = Annotated[str, Form(max_length=100)]


@router.get("/login")
def show(request: Request) -> Response:
    settings, _ = parts(request)
    secret = SESSION.read(request, settings)
    who = _who(request, secret)
    if who is None or secret is None:
        return page(request, "login.html", has_oidc=bool(settings.oidc_discovery))
    has_role = bool(who.roles or who.in_every_unit)
    return page(request, "inside.html", alias=who.name_alias, has_role=has_role, csrf=csrf_token(secret))


@router.post("/login/local")
def by_password(request: Request, login: Login, password: Password) -> Response:
    settings, store = parts(request)
    try:
        check_origin(request, settings)
        count(request, local.plain(login))
        user_id = local.who(store, login, password)
        if user_id is None:
            raise refuse(request, "local", WRONG)
    except Problem as problem:
        return told_on_page(request, problem)
    with store.writing() as session:
        forget(session, local.plain(login))
    return welcome(request, user_id, "local")


@router.get("/login/link")
def link_page(request: Request) -> Response:
    _check_loopback(request)
    return page(request, "link.html")


@router.post("/login/link")
def by_link(request: Request, code: Code) -> Response:
    settings, store = parts(request)
    _check_loopback(request)
    try:
        check_origin(request, settings)
        count(request, None)
        with store.writing() as session:
            user_id = redeem(session, code.strip(), now())
        if user_id is None:
            raise refuse(request, "link", USED)
    except Problem as problem:
        return told_on_page(request, problem)
    return welcome(request, user_id, "link")


@router.post("/login/key")
def make_key(
    request: Request, csrf: Code, label: Label, rights: Annotated[Literal["read", "all"], Form()]
) -> Response:
    """A key for the one who is logged in, told on the page this once."""
    settings, store = parts(request)
    secret = SESSION.read(request, settings)
    try:
        who = _who(request, secret)
        if who is None or secret is None:
            raise Unauthenticated
        check_own_page(request, settings, secret, csrf)
        wanted = keys.WantedKey(
            label, keys.givable(who, is_reading=rights == "read"), None, settings.key_days
        )
        with store.writing() as session:
            kept, text = keys.make_key(session, who, wanted, now=now(), most=settings.max_keys)
    except Problem as problem:
        return told_on_page(request, problem)
    request.state.passage, request.state.principal = Passage("keys.write", subject=str(kept.id)), who
    return page(request, "key.html", 201, key=text, expires=kept.expires_at.date().isoformat())


@router.post("/logout")
def leave(request: Request, csrf: Annotated[str | None, Form(max_length=100)] = None) -> Response:
    settings, store = parts(request)
    secret = SESSION.read(request, settings)
    if secret is not None:
        check_own_page(request, settings, secret, csrf)
        with store.writing() as session:
            sessions.end_by_secret(session, secret, now())
    response = RedirectResponse("/login", status_code=SEE_OTHER)
    SESSION.clear(response, settings)
    return response


def _check_loopback(request: Request) -> None:
    """Links are there only where the service and the one who asks are on this machine."""
    settings, _ = parts(request)
    if not (gives_links(settings.host, settings.public_url) and is_loopback(address_of(request))):
        raise NotFound


def _who(request: Request, secret: str | None) -> Principal | None:
    settings, store = parts(request)
    try:
        return by_session(secret, settings, store) if secret else None
    except Unauthenticated:
        return None
