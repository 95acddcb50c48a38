"""The cookies: read by no script, sent by no other site's forms, and only encrypted off this machine."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.access.settings import AccessSettings

LONGEST = 100  # ours are 43 characters


class Cookie:
    """A cookie by its plain name; with a public https address it is bound to that host (`__Host-`)."""

    def __init__(self, name: str) -> None:
        self.name = name

    def _name(self, settings: AccessSettings) -> str:
        return f"__Host-{self.name}" if _is_secure(settings) else self.name

    def read(self, request: Request, settings: AccessSettings) -> str | None:
        value = request.cookies.get(self._name(settings))
        return value if value and len(value) <= LONGEST else None

    def set(self, response: Response, settings: AccessSettings, value: str, seconds: int) -> None:
        response.set_cookie(
            self._name(settings), value, max_age=seconds, path="/", secure=_is_secure(settings), httponly=True,
            samesite="lax",
        )  # fmt: skip

    def clear(self, response: Response, settings: AccessSettings) -> None:
        response.delete_cookie(
            self._name(settings), path="/", secure=_is_secure(settings), httponly=True, samesite="lax"
        )


def _is_secure(settings: AccessSettings) -> bool:
    return settings.public_url.startswith("https:")


SESSION = Cookie("heltid_session")
OIDC = Cookie("heltid_login")
