"""The settings of log-in, sessions, keys and limits (`HELTID_...`)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

Positive = Annotated[int, Field(ge=1)]


class AccessSettings(BaseSettings):
    """The settings of who may do what, each with what holds when it is left out."""

    model_config = SettingsConfigDict(env_prefix="HELTID_", frozen=True, use_attribute_docstrings=True)

    public_url: str = Field("", pattern=r"^(https?://[^/?#\s]+)?$")
    """the address people use, such as `https://turnus.kommunen.no`; left out: requests to this machine itself alone"""

    session_idle_minutes: Positive = 60
    """a session that is not used lasts this long"""
    session_hours: Positive = 12
    """a session never lasts longer"""
    key_days: Positive = 90
    """how long a key lasts when its maker does not say"""
    max_key_days: Positive = 366
    """the longest that a key may last"""
    max_keys: Positive = 50
    """how many valid keys a person may have"""
    login_attempts: Positive = 10
    """log-in attempts on one login in the window"""
    login_attempts_address: Positive = 100
    """log-in attempts from one address in the window"""
    login_minutes: Positive = 15
    """the window log-in attempts are counted in"""
    journal_minutes: Positive = 15
    """whoever sees the same again within this is written in the journal once"""

    oidc_discovery: str = Field("", pattern=r"^(https?://\S+)?$")
    """address of the provider's document (`.../.well-known/openid-configuration`); left out: no such log-in"""
    oidc_client_id: str = ""
    """what Heltid is registered as there"""
    oidc_client_secret: SecretStr | None = None
    """the secret, where one is used"""
    oidc_client_key: Path | None = None
    """file with a private key (PEM), where `private_key_jwt` is used; goes before the secret"""
    oidc_client_key_id: str = ""
    """the key's `kid`, where the provider asks for it"""
    oidc_assertion_audience: Literal["token_endpoint", "issuer"] = "token_endpoint"
    """whom a signed assertion is addressed to; ID-porten asks for `issuer`"""
    oidc_scopes: str = "openid profile"
    """what is asked for; `openid` must be among it"""
    oidc_groups_claim: str = "groups"
    """the claim that holds the groups"""
    oidc_acr: str = ""
    """levels that are accepted, spaces between, such as `idporten-loa-substantial idporten-loa-high`"""
    group_days: Positive = 30
    """roles by groups hold this long after the last log-in, which is when the groups were read"""
