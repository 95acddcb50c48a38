"""Log-in by the municipality's own (OpenID Connect): code flow with PKCE, state and nonce, each used once.

The state is bound to the browser that began: whoever is sent a link to the end of somebody else's log-in is refused.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from httpx2 import HTTPError
from joserfc.errors import InvalidKeyIdError
from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.access.client_key import client_assertion
from api.access.id_token import Expected, TokenRefusedError, read_id_token
from api.access.provider import TIMEOUT_SECONDS, Described, Provider
from api.access.settings import AccessSettings
from api.access.tables import OidcAttempt
from api.access.tokens import digest, is_same, new_secret

LIFETIME = timedelta(minutes=10)
CALLBACK = "/login/oidc/callback"
MAX_GROUPS = 500
LONGEST_GROUP = 200


class LoginRefusedError(Exception):
    """A log-in that did not come through; the text is for the log."""


@dataclass(frozen=True)
class Begun:
    """Where to send the browser, and the secret that binds the way back to it."""

    address: str
    browser: str


@dataclass(frozen=True)
class LoggedIn:
    """Who came back: what the provider calls the person, and the groups it told."""

    issuer: str
    subject: str
    groups: tuple[str, ...]


def begin(
    session: Session, provider: Provider, settings: AccessSettings, back: str, *, now: datetime
) -> Begun:
    """Start a log-in; `back` is the service's own origin."""
    described = provider.described()
    state, nonce, verifier, browser = new_secret(), new_secret(), new_secret(), new_secret()
    session.execute(delete(OidcAttempt).where(OidcAttempt.expires_at <= now))
    session.add(
        OidcAttempt(
            state=digest(state),
            browser=digest(browser),
            nonce=nonce,
            verifier=verifier,
            expires_at=now + LIFETIME,
        )
    )
    more = {"acr_values": settings.oidc_acr} if settings.oidc_acr else {}
    with _client(described, settings, back) as client:
        address, _ = client.create_authorization_url(
            described.authorization_endpoint, state=state, code_verifier=verifier, nonce=nonce, **more
        )
    return Begun(address, browser)


def take_attempt(session: Session, state: str) -> OidcAttempt | None:
    """The log-in that a state belongs to. The look uses it up, whatever comes of it."""
    taken = delete(OidcAttempt).where(OidcAttempt.state == digest(state)).returning(OidcAttempt)
    return session.execute(taken).scalar_one_or_none()


def check_attempt(attempt: OidcAttempt | None, browser: str, now: datetime) -> OidcAttempt:
    """The log-in, if it is one that this browser began a short while ago."""
    if attempt is None:
        raise LoginRefusedError("unknown or used state")
    if attempt.expires_at <= now:
        raise LoginRefusedError("the log-in took too long")
    if not is_same(browser, attempt.browser):
        raise LoginRefusedError("begun in another browser")
    return attempt


def finish(
    provider: Provider, settings: AccessSettings, back: str, *, attempt: OidcAttempt, told: Mapping[str, str]
) -> LoggedIn:
    """Exchange the code that came back, and believe the ID token if all of it is right."""
    described = provider.described()
    if (described.tells_issuer or "iss" in told) and told.get("iss") != described.issuer:
        raise LoginRefusedError("answered by another issuer")
    if "error" in told or not told.get("code"):
        raise LoginRefusedError("the provider refused")
    token = _exchange(described, settings, back, code=told["code"], verifier=attempt.verifier)
    acr = frozenset(settings.oidc_acr.split())
    expected = Expected(described.issuer, settings.oidc_client_id, attempt.nonce, acr)
    claims = _believed(token, provider, expected)
    return LoggedIn(described.issuer, claims["sub"], groups_in(claims, settings.oidc_groups_claim))


def _exchange(described: Described, settings: AccessSettings, back: str, *, code: str, verifier: str) -> str:
    with _client(described, settings, back) as client:
        try:
            told = client.fetch_token(
                described.token_endpoint, grant_type="authorization_code", code=code, code_verifier=verifier
            )
        except (OAuthError, HTTPError, ValueError) as error:
            raise LoginRefusedError(f"no token: {type(error).__name__}") from error
    token = told.get("id_token")
    if not isinstance(token, str):
        raise LoginRefusedError("no ID token")
    return token


def _believed(token: str, provider: Provider, expected: Expected) -> Mapping[str, Any]:
    """The claims; a key we have not seen makes us fetch the keys anew, once."""
    now = int(time.time())
    try:
        return read_id_token(token, provider.keys(), expected, now)
    except TokenRefusedError as refused:
        if not isinstance(refused.__cause__, InvalidKeyIdError):
            raise
    return read_id_token(token, provider.keys(renew=True), expected, now)


def groups_in(claims: Mapping[str, Any], claim: str) -> tuple[str, ...]:
    """The groups a token tells. Too many to tell (Entra's overage) is none: a role is never guessed."""
    told = claims.get(claim)
    if not isinstance(told, list) or len(told) > MAX_GROUPS:
        return ()
    return tuple(sorted({one for one in told if isinstance(one, str) and 0 < len(one) <= LONGEST_GROUP}))


def _client(described: Described, settings: AccessSettings, back: str) -> OAuth2Client:
    secret = settings.oidc_client_secret.get_secret_value() if settings.oidc_client_secret else None
    method = "client_secret_post" if described.takes_posted_secret else "client_secret_basic"
    method = "private_key_jwt" if settings.oidc_client_key else method if secret else "none"
    client = OAuth2Client(
        settings.oidc_client_id, secret, token_endpoint_auth_method=method, scope=settings.oidc_scopes,
        redirect_uri=back + CALLBACK, code_challenge_method="S256", timeout=TIMEOUT_SECONDS,
    )  # fmt: skip
    if settings.oidc_client_key:
        client.client_secret, assertion = client_assertion(settings, described)
        client.register_client_auth_method(assertion)
    return client
