"""The port on DBOS: durable queues in the store itself, SQLite or PostgreSQL.

What it is told: ids only, as JSON. The worker's name and the version are ours: a job outlives an upgrade, so the
version never changes, and a worker's name is one that no other process has (`slots`).
"""

from __future__ import annotations

import threading
from datetime import datetime
from functools import cached_property
from uuid import UUID

from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer, EnqueueOptions
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session

from api.jobs.port import Work
from api.store.engine import BUSY_MILLISECONDS, Store

APPLICATION, VERSION, QUEUE, WORKFLOW = "heltid", "1", "jobs", "work"
WAITING = ["ENQUEUED", "PENDING", "DELAYED"]
UNDER_WAY = ["PENDING"]
OVER = ["SUCCESS", "ERROR", "CANCELLED"]
MOST_PURGED = 500
"""at a time"""
MOST_PRIORITY = 2**31 - 1


class DbosJobs:
    """Jobs on DBOS; `poll_seconds` is how often a worker looks for a job."""

    def __init__(self, store: Store, poll_seconds: float = 1.0) -> None:
        self.store, self.poll_seconds = store, poll_seconds

    @cached_property
    def _client(self) -> DBOSClient:
        return DBOSClient(
            system_database_engine=engine_for(self.store),
            serializer=DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
            retry_connection_errors=False,
        )

    def submit_in_tx(self, session: Session, job: UUID, priority: int) -> None:
        self._enqueue(session, str(job), job, priority)

    def submit_again(self, session: Session, job: UUID, turn: int, priority: int) -> None:
        """Queue a job that the engine lost: under another id, for it has used the first one."""
        self._enqueue(session, f"{job}.{turn}", job, priority)

    def _enqueue(self, session: Session, number: str, job: UUID, priority: int) -> None:
        options: EnqueueOptions = {
            "workflow_name": WORKFLOW,
            "queue_name": QUEUE,
            "workflow_id": number,
            "app_version": VERSION,
            "priority": min(max(priority, 1), MOST_PRIORITY),
        }
        self._client.enqueue_in_transaction(session, options, str(job))

    def cancel(self, job: UUID) -> None:
        known = self._client.list_workflows(
            workflow_id_prefix=str(job), status=WAITING, load_input=False, load_output=False
        )
        if known:
            self._client.cancel_workflows([one.workflow_id for one in known])

    def status(self, job: UUID) -> bool:
        return bool(
            self._client.list_workflows(
                workflow_id_prefix=str(job), status=WAITING, load_input=False, load_output=False, limit=1
            )
        )

    def recover(self, worker: str) -> int:
        lost = self._client.list_workflows(
            executor_id=worker, status=UNDER_WAY, load_input=False, load_output=False
        )
        if lost:
            self._client.resume_workflows([one.workflow_id for one in lost], queue_name=QUEUE)
        return len(lost)

    def purge(self, before: datetime) -> int:
        """Forget the jobs that were over before a moment: what they were stands in our own tables; how many."""
        over = self._client.list_workflows(
            status=OVER,
            completed_before=before.isoformat(),
            load_input=False,
            load_output=False,
            limit=MOST_PURGED,
        )
        if over:
            self._client.delete_workflows([one.workflow_id for one in over])
        return len(over)

    def launch(self, work: Work, worker: str, at_once: int) -> None:
        config: DBOSConfig = {
            "name": APPLICATION,
            "system_database_engine": engine_for(self.store),
            "executor_id": worker,
            "application_version": VERSION,
            "serializer": DBOSPortableJSONSerializer(),
            "use_listen_notify": not self.store.is_sqlite,
            "run_migrations": False,  # `migrate` has made its tables
            "log_level": "WARNING",
        }
        DBOS(config=config)

        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)
        def run(job: str) -> None:
            work(UUID(job))

        DBOS.launch()
        DBOS.register_queue(
            QUEUE,
            worker_concurrency=at_once,
            polling_interval_sec=self.poll_seconds,
            on_conflict="always_update",
        )

    def close(self) -> None:
        """Let go of the store; jobs under way are not waited for."""
        if "_client" in self.__dict__:
            self._client.destroy()


def migrate_engine(store: Store) -> None:
    """Make or change the engine's own tables."""
    with _migrating:
        DBOS.migrate(store.url)


_migrating = threading.Lock()


def engine_for(store: Store) -> Engine:
    """An engine for DBOS: on SQLite it begins its transactions itself, as writers do."""
    if not store.is_sqlite:
        return store.engine
    engine = create_engine(
        store.url, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: object, record: object) -> None:
        connection.isolation_level = "IMMEDIATE"  # type: ignore[attr-defined]  # sqlite3's own connection
        for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {setting}")  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")  # type: ignore[attr-defined]

    return engine
