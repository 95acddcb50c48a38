"""Heltid's own key towards the municipality's log-in (`private_key_jwt`, RFC 7523)."""

from __future__ import annotations

import time
from base64 import urlsafe_b64encode

from authlib.oauth2.rfc7523 import PrivateKeyJWT
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc.jwk import ECKey, RSAKey

from api.access.provider import Described, ProviderError
from api.access.settings import AccessSettings

LIFETIME_SECONDS = 60  # ID-porten takes two minutes at most


def client_assertion(settings: AccessSettings, described: Described) -> tuple[RSAKey | ECKey, PrivateKeyJWT]:
    """The key, and how an assertion of this moment is signed with it."""
    assert settings.oidc_client_key is not None
    pem = settings.oidc_client_key.read_bytes()
    key = load_pem_private_key(pem, None)
    is_to_issuer = settings.oidc_assertion_audience == "issuer"
    now = int(time.time())
    claims = {
        "aud": described.issuer if is_to_issuer else described.token_endpoint,
        "nbf": now,
        "exp": now + LIFETIME_SECONDS,
    }
    if isinstance(key, ec.EllipticCurvePrivateKey):
        ours: RSAKey | ECKey = ECKey.import_key(key)
        algorithm = "ES256"
    elif isinstance(key, rsa.RSAPrivateKey):
        ours = RSAKey.import_key(key)
        algorithm = "RS256"
    else:
        raise ProviderError("our own key is neither RSA nor EC")
    how = PrivateKeyJWT(claims=claims, headers=_headers(settings, pem), alg=algorithm)
    return ours, how


def _headers(settings: AccessSettings, pem: bytes) -> dict[str, str]:
    """The key's id where one is set, and its certificate's thumbprint where the file has one (Entra asks for it)."""
    headers = {"kid": settings.oidc_client_key_id} if settings.oidc_client_key_id else {}
    if b"BEGIN CERTIFICATE" in pem:
        thumbprint = x509.load_pem_x509_certificate(pem).fingerprint(SHA256())
        headers["x5t#S256"] = urlsafe_b64encode(thumbprint).rstrip(b"=").decode()
    return headers
