"""The municipality's log-in as its own document describes it: where to send people, where the keys are."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx2
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, KeySet

from api.access.links import is_loopback

WELL_KNOWN = "/.well-known/openid-configuration"
TIMEOUT_SECONDS = 10.0
MAX_BYTES = 1_000_000
FRESH_SECONDS = 3600.0
RENEW_AFTER_SECONDS = 60.0  # a token with an unknown key makes us look again, but not at every request
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class ProviderError(Exception):
    """The provider cannot be used; the text is for the log."""


@dataclass(frozen=True)
class Described:
    """What the provider says of itself."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    tells_issuer: bool
    """whether it promises to name itself when it sends people back (RFC 9207)"""
    takes_posted_secret: bool
    """whether a client's secret may stand in the form; in the header its signs are read in more than one way"""


class Provider:
    """The provider behind a discovery address; its document and keys are read when needed and kept for an hour."""

    def __init__(self, discovery: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.discovery, self._clock = discovery, clock
        self._lock = threading.Lock()
        self._described: tuple[float, Described] | None = None
        self._keys: tuple[float, KeySet] | None = None

    def described(self) -> Described:
        with self._lock:
            kept = self._described
            if kept is None or self._clock() - kept[0] > FRESH_SECONDS:
                kept = self._described = (
                    self._clock(),
                    read_description(self.discovery, fetch(self.discovery)),
                )
            return kept[1]

    def keys(self, *, renew: bool = False) -> KeySet:
        """The keys it signs with; `renew` looks again where the last look is a while ago."""
        address = self.described().jwks_uri
        with self._lock:
            kept = self._keys
            limit = RENEW_AFTER_SECONDS if renew else FRESH_SECONDS
            if kept is None or self._clock() - kept[0] > limit:
                kept = self._keys = (self._clock(), signing_keys(fetch(address)))
            return kept[1]


def read_description(discovery: str, told: dict[str, Any]) -> Described:
    """The description, where it is whole, about the address it was asked for, and leads nowhere in clear text."""
    for name in ("issuer", *ENDPOINTS):
        if not isinstance(told.get(name), str):
            raise ProviderError(f"{name} is missing")
        check_address(told[name], name)
    if discovery != told["issuer"].rstrip("/") + WELL_KNOWN:
        raise ProviderError("the document is of another issuer; use the tenant's own address")
    return Described(
        issuer=told["issuer"],
        takes_posted_secret="client_secret_post" in (told.get("token_endpoint_auth_methods_supported") or ()),
        tells_issuer=told.get("authorization_response_iss_parameter_supported") is True,
        **{name: told[name] for name in ENDPOINTS},
    )


def check_address(address: str, name: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise ProviderError(f"{name} is not https")


def signing_keys(told: dict[str, Any]) -> KeySet:
    """The public keys for signatures; kinds we don't know, secrets and keys for encryption are left out."""
    keys = []
    for one in told.get("keys") or []:
        if (
            not isinstance(one, dict)
            or one.get("use", "sig") != "sig"
            or one.get("kty") not in ("RSA", "EC", "OKP")
        ):
            continue
        try:
            keys.append(JWKRegistry.import_key(one))
        except (JoseError, ValueError, KeyError, TypeError):
            continue
    if not keys:
        raise ProviderError("there is no key to check a signature with")
    return KeySet(keys)


def fetch(address: str) -> dict[str, Any]:
    """A JSON object from the provider; redirects are not followed."""
    check_address(address, "the address")
    try:
        with httpx2.Client(timeout=TIMEOUT_SECONDS) as client:
            answer = client.get(address, headers={"Accept": "application/json"})
        told = answer.json() if answer.status_code == 200 and len(answer.content) <= MAX_BYTES else None
    except (httpx2.HTTPError, ValueError) as error:
        raise ProviderError(type(error).__name__) from error
    if not isinstance(told, dict):
        raise ProviderError(f"status {answer.status_code}, or no JSON object")
    return told
