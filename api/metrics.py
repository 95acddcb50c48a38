"""What is counted for those who watch the service: numbers only, by route and state; never who or what."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.jobs.takeover import clock
from api.store.engine import Store
from api.store.tables import Job, Worker
from api.streams import Streams

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
UNKNOWN = "unknown"


class Metrics:
    """The numbers of one app."""

    def __init__(self, store: Store, streams: Streams) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter("heltid_requests", "Requests answered", labels, registry=self.registry)
        self.seconds = Histogram(
            "heltid_request_seconds", "Time to the answer's start", ("route",), registry=self.registry
        )
        self.registry.register(Kept(store, streams))

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)


class Kept(Collector):
    """What the store and the open streams say when they are asked."""

    def __init__(self, store: Store, streams: Streams) -> None:
        self.store, self.streams = store, streams

    def describe(self) -> list[GaugeMetricFamily]:
        return []  # asked when it is registered, before there need be a store

    def collect(self) -> list[GaugeMetricFamily]:
        jobs = GaugeMetricFamily("heltid_jobs", "Jobs by kind and state", labels=("kind", "state"))
        silent = GaugeMetricFamily(
            "heltid_worker_silence_seconds", "Since a worker's last beat", labels=("worker",)
        )
        with self.store.reading() as session:
            for kind, state, count in session.execute(
                select(Job.kind, Job.state, func.count()).group_by(Job.kind, Job.state)
            ):
                jobs.add_metric((kind, state), count)
            moment = clock(self.store, session)
            for worker in session.scalars(select(Worker)):
                silent.add_metric((worker.id,), (moment - worker.beat_at).total_seconds())
        return [jobs, silent, GaugeMetricFamily("heltid_streams", "Event streams", self.streams.open)]


class Measured:
    """Counts each request by the route it took: the template, never the path with its ids."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = time.perf_counter()

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = getattr(scope.get("route"), "path", UNKNOWN)
                self.metrics.requests.labels(scope["method"], route, message["status"]).inc()
                self.metrics.seconds.labels(route).observe(time.perf_counter() - begun)
            await send(message)

        await self.app(scope, receive, counted)
