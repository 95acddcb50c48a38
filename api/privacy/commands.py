"""The commands `heltid backup`, `heltid restore` and `heltid purge`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from solver.options import Language

Copy = Annotated[Path, typer.Argument(metavar="FIL", help="Sikkerhetskopien.")]


def backup(file: Copy, *, lang: Language = "nb") -> int:
    from api.settings import Settings
    from api.store.backup import back_up
    from api.words import say
    from api.worker import prepare

    rows = back_up(prepare(Settings()), file)
    return _told(say("{rows} rader er skrevet til {file}.", lang, rows=rows, file=file.name))


def restore(file: Copy, *, lang: Language = "nb") -> int:
    from api.privacy.forgetting import noted
    from api.settings import Settings
    from api.store.backup import restore as put_back
    from api.words import say
    from api.worker import prepare

    settings = Settings()
    gone = put_back(prepare(settings), file, noted(settings.forgotten_file))
    told = "{file} er lagt tilbake. {gone} navn som er slettet siden, ble slettet igjen."
    return _told(say(told, lang, file=file.name, gone=gone))


def purge(*, lang: Language = "nb") -> int:
    from api.privacy.retention import purge as clear
    from api.settings import Settings
    from api.store.tables import now
    from api.words import say
    from api.worker import prepare

    settings = Settings()
    with prepare(settings).writing() as session:
        found = clear(session, settings.forgotten_file, now())
    return _told(
        say("{rows} rader som var eldre enn enhetene beholder, er slettet.", lang, rows=found.total())
    )


def _told(line: str) -> int:
    sys.stdout.write(line + "\n")
    return 0
