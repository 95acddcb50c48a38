"""The commands about who may do what: `heltid user add|reset` and `heltid journal show|verify`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from solver.options import Language

user_app = typer.Typer(help="De som kan logge inn med passord.", no_args_is_help=True)
journal_app = typer.Typer(help="Hvem som har sett og gjort hva.", no_args_is_help=True)
Login = Annotated[str, typer.Argument(metavar="BRUKERNAVN", help="Brukernavnet det logges inn med.")]
Administrator = Annotated[bool, typer.Option("--administrator", help="Gi rollen administrator.")]
FromInput = Annotated[bool, typer.Option("--password-stdin", help="Les passordet fra standard inn.")]
Expect = Annotated[str, typer.Option(metavar="ANTALL:HASH", help="Slutten slik den ble skrevet ned sist.")]
Alias = Annotated[str, typer.Option(metavar="ALIAS", help="Bare det denne personen så og gjorde.")]
Unit = Annotated[str, typer.Option(metavar="ID", help="Bare det som gjelder denne enheten.")]
Last = Annotated[int, typer.Option(metavar="N", help="Så mange av de siste.", min=1, max=100_000)]


@user_app.command("add", help="Lag en som kan logge inn med passord.")
def add(
    login: Login,
    *,
    administrator: Administrator = False,
    password_stdin: FromInput = False,
    lang: Language = "nb",
) -> int:
    from api.access import people_by_hand

    password = _password(lang, from_input=password_stdin)
    return _told(people_by_hand.add(login, password, is_administrator=administrator, lang=lang))


@user_app.command("reset", help="Sett nytt passord; alle innlogginger og nøkler personen hadde, avsluttes.")
def reset(login: Login, *, password_stdin: FromInput = False, lang: Language = "nb") -> int:
    from api.access import people_by_hand

    return _told(people_by_hand.reset(login, _password(lang, from_input=password_stdin), lang=lang))


@journal_app.command("show", help="Vis journalen.")
def show(*, person: Alias = "", unit: Unit = "", last: Last = 100, lang: Language = "nb") -> int:
    from api.access import journal_by_hand

    return _told(journal_by_hand.shown(person, unit, last))


@journal_app.command("verify", help="Kontroller at ingenting i journalen er endret eller borte.")
def verify(*, expect: Expect = "", lang: Language = "nb") -> int:
    from api.access import journal_by_hand

    return _told(*journal_by_hand.verified(expect, lang))


def _password(lang: str, *, from_input: bool) -> str:
    """The password: never an argument, which other people on the machine could read."""
    from api.words import say

    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return str(
        typer.prompt(say("Passord", lang), hide_input=True, confirmation_prompt=say("En gang til", lang))
    )


def _told(lines: list[str], code: int = 0) -> int:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return code
