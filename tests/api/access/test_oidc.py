"""Log-in through a provider on loopback, shaped like Entra and like ID-porten; and every token that is not right."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from pydantic import SecretStr
from sqlalchemy import select
from starlette.testclient import TestClient

from api.access.principal import Role
from api.access.provider import Provider, ProviderError, read_description, signing_keys
from api.access.tables import GroupRole, Identity, User
from api.ids import new_id
from api.main import create_app
from api.settings import Settings
from api.store.engine import Store
from api.store.migrate import migrate
from tests.api.access.loopback_provider import CLIENT_ID, CLIENT_SECRET, LoopbackProvider, running
from tests.api.access.world import World, municipality

Claims = dict[str, Any]


def settings_for(provider: LoopbackProvider, folder: Path) -> Settings:
    more: Claims = {"oidc_client_secret": SecretStr(CLIENT_SECRET)}
    if provider.shape == "id-porten":
        provider.client_key = RSAKey.generate_key(2048)
        (folder / "client.pem").write_bytes(provider.client_key.as_pem(private=True))
        more = {
            "oidc_client_key": folder / "client.pem", "oidc_client_key_id": "heltid-1",
            "oidc_assertion_audience": "issuer", "oidc_acr": "idporten-loa-substantial idporten-loa-high",
        }  # fmt: skip
    discovery = provider.issuer + "/.well-known/openid-configuration"
    return Settings(
        folder=folder,
        oidc_discovery=discovery,
        oidc_client_id=CLIENT_ID,
        login_attempts_address=10_000,
        **more,
    )


@pytest.fixture(scope="module", params=["entra", "id-porten"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[World, LoopbackProvider]]:
    folder = tmp_path_factory.mktemp("oidc")
    with running(request.param) as provider, municipality(settings_for(provider, folder)) as world:
        yield world, provider


@pytest.fixture
def world(both: tuple[World, LoopbackProvider]) -> World:
    return both[0]


@pytest.fixture
def provider(both: tuple[World, LoopbackProvider]) -> Iterator[LoopbackProvider]:
    kept = both[1]
    before = vars(kept).copy()
    yield kept
    vars(kept).update(before)


def out(client: TestClient) -> dict[str, str]:
    """Begin a log-in: what the service asks of the provider."""
    answer = client.get("/login/oidc")
    assert answer.status_code == 303, answer.text
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


def back(client: TestClient, address: str) -> int:
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}").status_code


def log_in(world: World, provider: LoopbackProvider) -> tuple[TestClient, int]:
    client = world.nobody()
    return client, back(client, provider.authorize(out(client)))


def test_a_log_in_comes_through_with_pkce_state_and_nonce(world: World, provider: LoopbackProvider) -> None:
    client = world.nobody()
    asked = out(client)
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43
    assert "openid" in asked["scope"].split()
    assert back(client, provider.authorize(asked)) == 303
    me = client.get("/v1/me").json()
    assert (me["kind"], me["roles"], me["is_admin"]) == ("user", {}, False)
    assert provider.refusals == []


def test_the_same_person_is_the_same_alias_and_no_number_or_name_is_kept(
    world: World, provider: LoopbackProvider
) -> None:
    aliases = {log_in(world, provider)[0].get("/v1/me").json()["alias"] for _ in range(2)}
    provider.subject = "pairwise-berit"
    aliases |= {log_in(world, provider)[0].get("/v1/me").json()["alias"]}
    assert len(aliases) == 2
    with world.store.reading() as session:
        rows = [*session.scalars(select(Identity)), *session.scalars(select(User))]
        kept = repr([vars(row) for row in rows])
    assert not [word for word in ("01017012345", "Ada", "ada@kommunen.no") if word in kept]


def test_groups_give_roles_where_the_administrator_says(world: World, provider: LoopbackProvider) -> None:
    """Entra tells groups; ID-porten tells none, and the role is given here to the alias."""
    provider.subject = "pairwise-groups"
    group = "b7d1f0aa-0000-4000-8000-000000000002"
    with world.store.writing() as session:
        session.add(GroupRole(id=new_id(), group_name=group, role=Role.PLANNER, unit_id=world.own))
    roles = log_in(world, provider)[0].get("/v1/me").json()["roles"]
    assert roles == ({str(world.own): ["planner"]} if provider.shape == "entra" else {})
    provider.change = lambda claims: claims.update(groups=[], _claim_names={"groups": "src1"})
    assert log_in(world, provider)[0].get("/v1/me").json()["roles"] == {}


def test_an_assertion_is_short_lived_signed_and_addressed(world: World, provider: LoopbackProvider) -> None:
    if provider.client_key is None:
        return  # this one knows us by a secret
    provider.assertions.clear()
    for _ in range(2):
        log_in(world, provider)
    (header, first), (_, second) = provider.assertions
    assert (header["alg"], header["kid"]) == ("RS256", "heltid-1")
    assert first["jti"] != second["jti"]


WRONG: dict[str, Callable[[Claims], None]] = {
    "expired": lambda claims: claims.update(exp=int(time.time()) - 120),
    "no expiry": lambda claims: claims.pop("exp"),
    "issued long ago": lambda claims: claims.update(iat=int(time.time()) - 86_400),
    "issued in the future": lambda claims: claims.update(iat=int(time.time()) + 3600),
    "not valid yet": lambda claims: claims.update(nbf=int(time.time()) + 3600),
    "of another issuer": lambda claims: claims.update(iss="https://evil.example"),
    "of the issuer with a slash": lambda claims: claims.update(iss=claims["iss"] + "/"),
    "for another audience": lambda claims: claims.update(aud="another-app"),
    "for no audience": lambda claims: claims.pop("aud"),
    "for several audiences without a party": lambda claims: claims.update(aud=[CLIENT_ID, "another-app"]),
    "issued to another party": lambda claims: claims.update(azp="another-app"),
    "with another nonce": lambda claims: claims.update(nonce="replayed"),
    "without a nonce": lambda claims: claims.pop("nonce"),
    "with a nonce in a list": lambda claims: claims.update(nonce=[claims["nonce"]]),
    "without a subject": lambda claims: claims.pop("sub"),
    "with an empty subject": lambda claims: claims.update(sub=""),
    "with a subject that is no text": lambda claims: claims.update(sub=7),
    "with expiry as text": lambda claims: claims.update(exp="2099-01-01"),
}


@pytest.mark.parametrize("both", ["entra"], indirect=True)  # the shape makes no difference here
@pytest.mark.parametrize("wrong", WRONG)
def test_a_token_that_is_wrong_in_any_way_is_refused(
    world: World, provider: LoopbackProvider, wrong: str
) -> None:
    provider.change = WRONG[wrong]
    client, status = log_in(world, provider)
    assert status == 401
    assert client.get("/v1/me").status_code == 401


def encoded(part: Claims) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def changed(provider: LoopbackProvider, claims: Claims) -> str:
    header, _, signature = jwt.encode({"alg": "RS256", "kid": "k1"}, claims, provider.signing).split(".")
    return f"{header}.{encoded(claims | {'sub': 'somebody-else'})}.{signature}"


def public_secret(provider: LoopbackProvider) -> OctKey:
    return OctKey.import_key(provider.signing.as_pem(private=False))


FORGED: dict[str, Callable[[LoopbackProvider, Claims], str]] = {
    "no algorithm": lambda provider, claims: f"{encoded({'alg': 'none'})}.{encoded(claims)}.",
    "no algorithm, in capitals": lambda provider, claims: f"{encoded({'alg': 'NONE', 'kid': 'k1'})}.{encoded(claims)}.",
    "the public key as a shared secret": lambda provider, claims: jwt.encode(
        {"alg": "HS256", "kid": "k1"}, claims, public_secret(provider), algorithms=["HS256"]
    ),
    "the client's secret as the key": lambda provider, claims: jwt.encode(
        {"alg": "HS256"}, claims, OctKey.import_key(CLIENT_SECRET * 2), algorithms=["HS256"]
    ),
    "a key of the forger's own": lambda provider, claims: jwt.encode(
        {"alg": "RS256", "kid": "k1"}, claims, RSAKey.generate_key(2048)
    ),
    "a key that the token brings along": lambda provider, claims: jwt.encode(
        {"alg": "RS256", "jwk": (key := RSAKey.generate_key(2048)).as_dict(private=False)}, claims, key
    ),
    "an unknown key": lambda provider, claims: jwt.encode(
        {"alg": "RS256", "kid": "k9"}, claims, RSAKey.generate_key(2048)
    ),
    "the signature cut off": lambda provider, claims: jwt.encode(
        {"alg": "RS256", "kid": "k1"}, claims, provider.signing
    ).rpartition(".")[0] + ".",
    "claims changed after signing": changed,
    "no token at all": lambda provider, claims: "x.y.z",
    "nothing": lambda provider, claims: "",
}  # fmt: skip


@pytest.mark.parametrize("both", ["entra"], indirect=True)  # the shape makes no difference here
@pytest.mark.parametrize("how", FORGED)
def test_a_forged_token_is_refused(world: World, provider: LoopbackProvider, how: str) -> None:
    provider.forge = lambda claims: FORGED[how](provider, claims)
    client, status = log_in(world, provider)
    assert status == 401
    assert client.get("/v1/me").status_code == 401


def test_a_state_is_used_once_and_by_the_browser_that_began(world: World, provider: LoopbackProvider) -> None:
    client = world.nobody()
    address = provider.authorize(out(client))
    assert back(world.nobody(), address) == 401
    assert back(client, address) == 401  # used up by the other browser's try
    client = world.nobody()
    address = provider.authorize(out(client))
    assert back(client, address) == 303
    assert back(client, address) == 401


def test_a_made_up_state_a_refusal_and_another_issuers_answer_are_refused(
    world: World, provider: LoopbackProvider
) -> None:
    client = world.nobody()
    address = provider.authorize(out(client))
    assert back(client, address.replace("state=", "state=x")) == 401
    assert back(client, "/login/oidc/callback") == 401
    for told in ("error=access_denied", "code=x&iss=https://evil.example", "code=made-up"):
        client = world.nobody()
        state = out(client)["state"]
        assert back(client, f"/login/oidc/callback?{told}&state={state}") == 401


def test_a_new_signing_key_is_fetched_when_a_token_names_it(provider: LoopbackProvider) -> None:
    time_passed = [0.0]
    ours = Provider(provider.issuer + "/.well-known/openid-configuration", clock=lambda: time_passed[0])
    assert [key.kid for key in ours.keys(renew=False)] == ["k1"]
    provider.published = [RSAKey.generate_key(2048, {"kid": "k2", "use": "sig"})]
    assert [key.kid for key in ours.keys(renew=True)] == ["k1"]  # just looked
    time_passed[0] = 61
    assert {key.kid for key in ours.keys(renew=True)} == {"k1", "k2"}


def test_a_level_below_what_is_asked_for_is_refused(world: World, provider: LoopbackProvider) -> None:
    if provider.shape != "id-porten":
        return  # this one asks for no level
    provider.change = lambda claims: claims.update(acr="idporten-loa-low")
    assert log_in(world, provider)[1] == 401


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": "https://login.example/{tenantid}/v2.0"},
        {"token_endpoint": "http://login.example/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_a_document_that_is_not_whole_and_ours_is_not_used(
    provider: LoopbackProvider, change: Claims
) -> None:
    discovery = provider.issuer + "/.well-known/openid-configuration"
    assert read_description(discovery, provider.description()).issuer == provider.issuer
    with pytest.raises(ProviderError):
        read_description(discovery, provider.description() | change)


def test_secrets_and_keys_for_encryption_sign_nothing(provider: LoopbackProvider) -> None:
    public = provider.signing.as_dict(private=False)
    others = [
        {"kty": "oct", "k": "AAAA", "use": "sig"},
        public | {"use": "enc", "kid": "e"},
        {"kty": "new"},
        "x",
    ]
    assert [key.kid for key in signing_keys({"keys": [*others, public]})] == ["k1"]
    with pytest.raises(ProviderError):
        signing_keys({"keys": others})


def test_a_provider_that_is_down_is_told_and_there_is_none_without_a_setting(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path, oidc_discovery="http://127.0.0.1:9/.well-known/openid-configuration")
    store = Store(settings.database)
    migrate(store)
    client = TestClient(create_app(settings, store), base_url="http://127.0.0.1:8000")
    assert client.get("/login/oidc").status_code == 503
    without = TestClient(create_app(Settings(folder=tmp_path), store), base_url="http://127.0.0.1:8000")
    assert without.get("/login/oidc").status_code == 404
    assert without.get("/login/oidc/callback?code=x&state=y").status_code == 404
    store.close()
