"""Whether a change comes from the service's own page: by its Origin, and by the token that only that page has."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request

from api.access.links import is_loopback
from api.access.settings import AccessSettings
from api.access.tokens import is_csrf_token
from api.errors import Forbidden

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_HEADER = "x-csrf-token"


def own_origin(settings: AccessSettings, host: str | None) -> str | None:
    """The address that people know the service by, as a browser writes an origin.

    Without a public address it is what the request was sent to, and only this machine itself: a foreign name that
    was made to point here (DNS rebinding) is none.
    """
    if settings.public_url:
        return settings.public_url.lower()
    return f"http://{host.lower()}" if host and is_loopback(urlsplit(f"//{host}").hostname) else None


def check_origin(request: Request, settings: AccessSettings) -> None:
    """Refuse a change that a browser sends from another page. A browser always says where a change comes from."""
    own, told = own_origin(settings, request.headers.get("host")), request.headers.get("origin")
    if own is None or told is None or told.lower() != own:
        raise Forbidden("Forespørselen kommer ikke fra Heltids egen side.", code="wrong_origin")


def check_own_page(
    request: Request, settings: AccessSettings, session_secret: str, sent: str | None = None
) -> None:
    """Refuse a change in a session that does not come from the service's own page with the session's token."""
    check_origin(request, settings)
    token = sent or request.headers.get(CSRF_HEADER)
    if token is None or not is_csrf_token(token, session_secret):
        raise Forbidden("Siden er gammel eller ikke Heltids egen. Last den på nytt.", code="csrf")
