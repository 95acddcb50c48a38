"""The command `heltid`: the solver's own commands, and those of the service.

What the service needs is imported inside a command, so that `heltid audit` loads no web framework.
"""

from __future__ import annotations

from typing import Annotated

import typer

from api.access.commands import journal_app, user_app
from api.privacy.commands import backup, purge, restore
from solver.cli import app, main
from solver.options import Language

__all__ = ["main"]

app.add_typer(user_app, name="user")
app.add_typer(journal_app, name="journal")
app.command(help="Ta en sikkerhetskopi av lageret, også mens tjenesten går.")(backup)
app.command(help="Legg en sikkerhetskopi tilbake i lageret; tjenesten må stå stille.")(restore)
app.command(help="Slett det enhetene ikke lenger skal beholde.")(purge)

Host = Annotated[str, typer.Option(metavar="ADRESSE", help="Adressen det lyttes på.")]
Port = Annotated[int, typer.Option(metavar="N", help="Porten det lyttes på.", min=0, max=65_535)]


@app.command(help="Start tjenesten.")
def serve(*, host: Host = "127.0.0.1", port: Port = 8000, lang: Language = "nb") -> int:
    from api.serving import serve as start

    return start(host, port, lang)


@app.command(help="Arbeid med planer fra lageret, på denne maskinen.")
def worker(*, lang: Language = "nb") -> int:  # it says nothing
    from api.settings import Settings
    from api.worker import work

    return work(Settings())


@app.command(help="Gjør lageret klart for denne utgaven.")
def migrate(*, lang: Language = "nb") -> int:  # it says nothing
    from api.settings import Settings
    from api.worker import prepare

    prepare(Settings())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
