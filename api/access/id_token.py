"""An ID token is believed only when everything about it is right: its signature, algorithm, issuer, audience,
nonce and time. Nothing of it is read before.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

# Signatures with a key pair only: with a shared secret (HS256) our own public copy of the provider's keys would do
# as the secret, and "none" is no signature at all. Whatever the provider's document offers, these are the ones.
ALGORITHMS = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "EdDSA",
    "Ed25519",
)
LEEWAY_SECONDS = 60
MAX_AGE_SECONDS = 600  # a token is made for this log-in, not kept from an earlier one


class TokenRefusedError(Exception):
    """An ID token that is not believed; the text is for the log and tells nothing of the token's content."""


@dataclass(frozen=True)
class Expected:
    """What the token must say: from the configuration and from this very log-in."""

    issuer: str
    client_id: str
    nonce: str
    acr: frozenset[str] = frozenset()


def read_id_token(token: str, keys: KeySet, expected: Expected, now: int) -> Mapping[str, Any]:
    """The claims of a token that is right in every way.

    Raises
    ------
    TokenRefusedError
        When anything is wrong with it.
    """
    registry = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
    try:
        read = jwt.decode(token, keys, registry=registry)
        _rules(expected, now).validate(read.claims)
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise TokenRefusedError(type(error).__name__) from error
    _check_parties(read.claims, expected)
    _check_login(read.claims, expected, now)
    return read.claims


def _rules(expected: Expected, now: int) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        now=now,
        leeway=LEEWAY_SECONDS,
        iss={"essential": True, "value": expected.issuer},
        aud={"essential": True, "value": expected.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True},
    )


def _check_parties(claims: Mapping[str, Any], expected: Expected) -> None:
    """A token for several audiences must name us as the party it was issued to (OpenID Connect Core 3.1.3.7)."""
    audiences = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    party = claims.get("azp")
    if (party or len(audiences) > 1) and party != expected.client_id:
        raise TokenRefusedError("azp")
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
        raise TokenRefusedError("sub")


def _check_login(claims: Mapping[str, Any], expected: Expected, now: int) -> None:
    nonce = claims["nonce"]
    if not isinstance(nonce, str) or not hmac.compare_digest(nonce.encode(), expected.nonce.encode()):
        raise TokenRefusedError("nonce")
    if claims["iat"] < now - MAX_AGE_SECONDS:
        raise TokenRefusedError("iat")
    if expected.acr and claims.get("acr") not in expected.acr:
        raise TokenRefusedError("acr")
