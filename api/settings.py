"""Every setting of the service, read from the environment (`HELTID_...`); each limit is one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr
from pydantic_settings import SettingsConfigDict

from api.access.settings import AccessSettings

Positive = Annotated[int, Field(ge=1)]
Seconds = Annotated[float, Field(gt=0)]


SILENCE_SHARE = 0.4


class Settings(AccessSettings):
    """The settings, each with what holds when it is left out."""

    model_config = SettingsConfigDict(env_prefix="HELTID_", frozen=True, use_attribute_docstrings=True)

    folder: Path = Path("heltid-data")
    """where the embedded store and the locks lie"""
    database_url: str = ""
    """`postgresql://user@host/name`; left out: an SQLite file in the folder"""
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65_535)
    key: SecretStr | None = None
    """a bearer key for the first steps and for tests, which holds on this machine alone; left out: there is none"""
    log_level: str = "INFO"

    examples: bool = False
    """whether a store without units gets the example units"""

    solves_at_once: Positive = 2
    """on this machine"""
    solve_threads: Positive = Field(default_factory=lambda: max(1, (os.cpu_count() or 1) // 2))
    """of one solve"""
    solve_memory_bytes: Positive = 4 * 1024**3
    """of one solve; it is ended when it uses more"""
    most_crashes: int = Field(3, ge=0)
    """how often a job is tried again after its solver ended by itself"""
    poll_seconds: Seconds = 1.0
    """how often a worker looks for a job"""
    beat_seconds: Seconds = 2.0
    """how often a worker says that it lives"""
    dead_seconds: float = Field(20.0, ge=4.0)
    """a worker that has been silent so long is gone; its solves have ended by themselves well before"""
    works_here: bool = True
    """whether `heltid serve` works on jobs too; where workers do, it only takes them in"""

    max_body_bytes: Positive = 5_000_000
    """of one request"""
    max_people: Positive = 500
    """employees of one scenario; the same of residents"""
    max_weeks: Positive = 104
    """of one scenario's cycle"""
    max_demand_rows: Positive = 1000
    """of one scenario"""
    max_candidates: Positive = 20
    """who want more in one case of the forum's: options grow with the groups they can make"""
    max_arrangements: Positive = 5
    """tried in one case"""
    heavy_at_once: Positive = 2
    """audits, comparisons, files and large bodies that are worked on at once; others wait their turn"""
    heavy_wait_seconds: Seconds = 10.0
    """how long they wait before they are told to come again"""
    metrics_token: SecretStr | None = None
    """who sends it may read /metrics; without it that is not there"""
    metrics_port: int = Field(0, ge=0, le=65_535)
    """a port of its own for the same, on the service's address, without a token; 0: none"""

    most_solve_seconds: Seconds = 3600.0
    """of one job"""
    most_jobs_of_unit: Positive = 50
    """not finished"""
    most_jobs_of_person: Positive = 50
    """not finished"""
    most_streams: Positive = 200
    """of events, open at once"""
    most_streams_of_person: Positive = 20
    """the same, of one person or key"""
    page_items: Positive = 50
    max_page_items: Positive = 200

    @property
    def silence_seconds(self) -> float:
        """After so long without a word from its worker a solve ends by itself."""
        return SILENCE_SHARE * self.dead_seconds

    @property
    def forgotten_file(self) -> Path:
        """Which names were deleted, without the names; keep it apart from the backups."""
        return self.folder / "forgotten.jsonl"

    @property
    def database(self) -> str:
        """The store's address as SQLAlchemy writes it."""
        if not self.database_url:
            return f"sqlite:///{(self.folder / 'heltid.sqlite').resolve()}"
        scheme, _, rest = self.database_url.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else self.database_url
