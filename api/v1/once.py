"""Idempotency-Key: a POST that is sent twice makes one thing, and is answered twice with the same.

A key is a principal's own and is kept for a day. The answer is kept in the transaction that makes the thing, so a
request that was cut off has made both or neither.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel
from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.access.principal import Principal
from api.deps import Kept
from api.errors import Conflict, Invalid
from api.store.engine import Store
from api.store.tables import KeptAnswer, now
from api.v1.library import RawBody
from solver.domain.fault import fault

KEPT = timedelta(hours=24)
IN_FLIGHT = timedelta(seconds=60)
"""After so long without an answer a request was cut off, and another may take its place."""
MEDIA_TYPE = "application/json"


@dataclass(frozen=True)
class Made:
    """What a request made: its body as it is answered, and where it is."""

    body: BaseModel
    status: int = 201
    headers: dict[str, str] = field(default_factory=dict)
    kept: BaseModel | None = None
    """the body of a second answer, where the first one told a secret or names, which are kept nowhere else"""


Make = Callable[[Session], Made]


class Once:
    """Answers a request once for each key; without a key, each time anew."""

    def __init__(
        self,
        request: Request,
        store: Kept,
        raw: RawBody,
        key: Annotated[
            str | None,
            Header(
                alias="Idempotency-Key", min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$",
                description="Samme nøkkel og samme innhold lager bare én ting; gjelder et døgn.",
            ),
        ] = None,
    ) -> None:  # fmt: skip
        self.store, self.key = store, key
        where = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
        self.fingerprint = hashlib.sha256(where + raw).hexdigest()

    def answer(self, principal: Principal, make: Make) -> Response:
        """Make what is asked for, or give the answer that was given before."""
        return self.answer_prepared(principal, lambda: make)

    def answer_prepared(self, principal: Principal, prepare: Callable[[], Make]) -> Response:
        """As `answer`, of what takes long to read and check: that is done before the store has a writer."""
        if self.key is None:
            make = prepare()
            with self.store.writing() as session:
                return _response(make(session))
        kept = Keeping(self.store, principal, self.key, self.fingerprint)
        return kept.answered() or kept.answer(prepare)


Onced = Annotated[Once, Depends(Once)]


@dataclass
class Keeping:
    """One request under a key."""

    store: Store
    principal: Principal
    key: str
    fingerprint: str
    claimed_at: datetime = field(default_factory=now)

    def answered(self) -> Response | None:
        """The answer that was given before; None where there is none and the key is now ours."""
        try:
            with self.store.writing() as session:
                return self._claim(session)
        except IntegrityError:
            raise self._in_flight() from None

    def answer(self, prepare: Callable[[], Make]) -> Response:
        """Make it, and keep the answer with it."""
        try:
            make = prepare()
            with self.store.writing() as session:
                made = make(session)
                self._keep(session, _response(replace(made, body=made.kept or made.body)))
                return _response(made)
        except BaseException:
            with self.store.writing() as session:
                session.execute(delete(KeptAnswer).where(*self._mine))
            raise

    def _claim(self, session: Session) -> Response | None:
        expired = KeptAnswer.created_at < self.claimed_at - KEPT
        session.execute(delete(KeptAnswer).where(KeptAnswer.principal_id == self.principal.id, expired))
        known = session.get(KeptAnswer, (self.principal.id, self.key), with_for_update=True)
        if known is None:
            session.add(
                KeptAnswer(
                    principal_id=self.principal.id, key=self.key, fingerprint=self.fingerprint,
                    created_at=self.claimed_at,
                )
            )  # fmt: skip
            return None
        if known.fingerprint != self.fingerprint:
            message, instead = "Nøkkelen er brukt til noe annet.", "Bruk en ny nøkkel til hver forespørsel."
            raise Invalid(
                code="key_reused", faults=[fault("Idempotency-Key", "key_reused", message, instead)]
            )
        if known.status is None:
            if known.created_at > self.claimed_at - IN_FLIGHT:
                raise self._in_flight()
            known.created_at = self.claimed_at
            return None
        headers = dict(known.headers or {}) | {"Idempotent-Replayed": "true"}
        return Response(known.body or "", known.status, headers, MEDIA_TYPE)

    def _keep(self, session: Session, response: Response) -> None:
        headers = {name: response.headers[name] for name in ("location", "etag") if name in response.headers}
        values = {"status": response.status_code, "headers": headers, "body": bytes(response.body).decode()}
        kept = session.execute(
            update(KeptAnswer).where(*self._mine).values(**values).returning(KeptAnswer.key)
        ).all()
        if not kept:  # this request took so long that another took its place
            raise self._in_flight()

    @property
    def _mine(self) -> tuple[ColumnElement[bool], ...]:
        return (
            KeptAnswer.principal_id == self.principal.id,
            KeptAnswer.key == self.key,
            KeptAnswer.created_at == self.claimed_at,
            KeptAnswer.status.is_(None),
        )

    @staticmethod
    def _in_flight() -> Conflict:
        return Conflict(
            "Den første forespørselen med denne nøkkelen er ikke ferdig.", code="in_flight",
            headers={"Retry-After": "1"},
        )  # fmt: skip


def _response(made: Made) -> Response:
    return Response(made.body.model_dump_json(), made.status, made.headers, MEDIA_TYPE)
