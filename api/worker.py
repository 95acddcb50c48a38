"""A worker: takes jobs from the store and works on them, on this machine, until it is told to leave."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import dataclass
from pathlib import Path

from api.jobs.engine import DbosJobs, migrate_engine
from api.jobs.ledger import Ledger
from api.jobs.slots import Slot, take_slot
from api.jobs.takeover import Takeover
from api.jobs.work import Workshop
from api.settings import Settings
from api.store.engine import Store
from api.store.migrate import migrate


@dataclass(frozen=True)
class AtWork:
    """A worker that has begun."""

    slot: Slot
    workshop: Workshop
    takeover: Takeover

    def leave(self) -> None:
        """End every solve and let others have the jobs; the process must end after this."""
        self.workshop.leave()
        self.takeover.end()


def begin(settings: Settings, store: Store) -> AtWork:
    """Begin to work in this process; comes back at once."""
    slot = take_slot(settings.folder)
    jobs = DbosJobs(store, settings.poll_seconds)
    workshop = Workshop(Ledger(store, slot.name), settings)
    takeover = Takeover(
        store,
        jobs,
        slot.name,
        Path(settings.folder),
        settings.beat_seconds,
        settings.dead_seconds,
        settings.most_crashes,
    )
    takeover.begin()
    jobs.launch(workshop.work, slot.name, settings.solves_at_once)
    return AtWork(slot, workshop, takeover)


def prepare(settings: Settings) -> Store:
    """The store, brought up to date."""
    store = Store(settings.database)
    migrate(store)
    migrate_engine(store)
    return store


def work(settings: Settings) -> int:
    """Work until a signal comes; what is not finished is handed on."""
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told.set())
    at_work = begin(settings, prepare(settings))
    print(f"{at_work.slot.name}", flush=True)
    told.wait()
    at_work.leave()
    os._exit(0)  # threads of the engine may be waiting; everything that matters is in the store
