"""Every setting of the service, read from the environment (`HELTID_...`); each limit is one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

Positive = Annotated[int, Field(ge=1)]
Seconds = Annotated[float, Field(gt=0)]


class Settings(BaseSettings):
    """The settings, each with what holds when it is left out."""

    model_config = SettingsConfigDict(env_prefix="HELTID_", frozen=True, use_attribute_docstrings=True)

    folder: Path = Path("heltid-data")
    """where the embedded store and the locks lie"""
    database_url: str = ""
    """`postgresql://user@host/name`; left out: an SQLite file in the folder"""
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65_535)
    key: SecretStr | None = None
    """a bearer key that may do everything, for the first steps and for tests; left out: there is none"""
    log_level: str = "INFO"

    max_body_bytes: Positive = 5_000_000
    page_items: Positive = 50
    max_page_items: Positive = 200

    @property
    def database(self) -> str:
        """The store's address as SQLAlchemy writes it."""
        if not self.database_url:
            return f"sqlite:///{(self.folder / 'heltid.sqlite').resolve()}"
        scheme, _, rest = self.database_url.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else self.database_url
