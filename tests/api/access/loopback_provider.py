"""A log-in provider on loopback, shaped like Entra or like ID-porten as their documentation describes them.

It checks what the real ones check (PKCE, the client's secret or signed assertion), and its tokens can be forged by a
test before they are sent.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

Claims = dict[str, Any]
CLIENT_ID = "7d1f0aa-heltid"
CLIENT_SECRET = "s3cret/with+signs"
SHAPES: dict[str, Claims] = {
    # groups as ids; a tenant in the issuer; no list of PKCE methods
    "entra": {
        "path": "/7a1c0000-0000-4000-8000-000000000001/v2.0",
        "claims": {"ver": "2.0", "tid": "7a1c", "oid": "0a9c", "preferred_username": "ada@kommunen.no", "name": "Ada",
                   "groups": ["b7d1f0aa-0000-4000-8000-000000000001", "b7d1f0aa-0000-4000-8000-000000000002"]},
        "document": {"token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"]},
    },
    # identity only: the national number in `pid`, a level in `acr`, no groups; names itself on the way back
    "id-porten": {
        "path": "",
        "claims": {"acr": "idporten-loa-high", "amr": ["BankID"], "pid": "01017012345", "locale": "nb", "sid": "x"},
        "document": {"token_endpoint_auth_methods_supported": ["private_key_jwt"],
                     "code_challenge_methods_supported": ["S256"], "acr_values_supported": ["idporten-loa-high"],
                     "authorization_response_iss_parameter_supported": True},
    },
}  # fmt: skip


@dataclass
class LoopbackProvider:
    """What the provider knows, and how a test makes it misbehave."""

    shape: str
    address: str = ""
    signing: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"}))
    published: list[RSAKey] = field(default_factory=list)
    client_key: RSAKey | None = None
    subject: str = "pairwise-ada"
    change: Callable[[Claims], None] = lambda claims: None
    forge: Callable[[Claims], str] | None = None
    document: Claims = field(default_factory=dict)
    waiting: dict[str, dict[str, str]] = field(default_factory=dict)
    assertions: list[tuple[Claims, Claims]] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        return self.address + str(SHAPES[self.shape]["path"])

    def description(self) -> Claims:
        told: Claims = {
            "issuer": self.issuer,
            "authorization_endpoint": self.address + "/authorize",
            "token_endpoint": self.address + "/token",
            "jwks_uri": self.address + "/jwks",
            "id_token_signing_alg_values_supported": ["RS256", "none", "HS256"],  # whatever it offers
        }
        told |= SHAPES[self.shape]["document"]
        return told | self.document

    def keys(self) -> Claims:
        return {"keys": [key.as_dict(private=False) for key in [*self.published, self.signing]]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the person is sent back to, having logged in."""
        code = secrets.token_urlsafe(16)
        self.waiting[code] = asked
        back = {"code": code, "state": asked["state"]}
        if SHAPES[self.shape]["document"].get("authorization_response_iss_parameter_supported"):
            back["iss"] = self.issuer
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def token(self, form: dict[str, str]) -> Claims | None:
        """The answer of the token endpoint; None where the real ones refuse."""
        asked = self.waiting.pop(form.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if asked is None or asked.get("code_challenge") != challenge.rstrip(b"=").decode():
            self.refusals.append("code or verifier")
            return None
        if form.get("redirect_uri") != asked["redirect_uri"] or not self.knows_client(form):
            self.refusals.append("client")
            return None
        claims = self.claims(asked)
        self.change(claims)
        sign = self.forge or (
            lambda told: jwt.encode({"alg": "RS256", "kid": self.signing.kid}, told, self.signing)
        )
        return {"access_token": "opaque", "token_type": "Bearer", "expires_in": 60, "id_token": sign(claims)}

    def claims(self, asked: dict[str, str]) -> Claims:
        now = int(time.time())
        told: Claims = {"iss": self.issuer, "aud": CLIENT_ID, "sub": self.subject, "nonce": asked["nonce"]}
        told |= SHAPES[self.shape]["claims"]
        return told | {"iat": now, "exp": now + 120}

    def knows_client(self, form: dict[str, str]) -> bool:
        if self.client_key is None:
            return (form.get("client_id"), form.get("client_secret")) == (CLIENT_ID, CLIENT_SECRET)
        read = jwt.decode(form.get("client_assertion", ""), self.client_key, algorithms=["RS256"])
        self.assertions.append((read.header, read.claims))
        lifetime = read.claims["exp"] - read.claims["iat"]
        audience = self.issuer if self.shape == "id-porten" else self.address + "/token"
        return bool(
            read.claims["iss"] == read.claims["sub"] == CLIENT_ID
            and read.claims["aud"] == audience
            and lifetime <= 120
        )


@contextmanager
def running(shape: str) -> Iterator[LoopbackProvider]:
    """The provider, answering on a port of its own."""
    provider = LoopbackProvider(shape)

    class Handler(BaseHTTPRequestHandler):
        """Hands requests to the provider."""

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path.endswith("/.well-known/openid-configuration"):
                self.answer(200, provider.description())
            elif parts.path == "/jwks":
                self.answer(200, provider.keys())
            else:
                self.answer(404, {})

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(sent).items()}
            told = provider.token(form)
            self.answer(200 if told else 400, told or {"error": "invalid_grant"})

        def answer(self, status: int, told: Claims) -> None:
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
