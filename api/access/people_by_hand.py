"""People who are added at the machine itself."""

from __future__ import annotations

from api.access import journal, local, roles
from api.access.principal import Role
from api.settings import Settings
from api.store.tables import now
from api.words import say
from api.worker import prepare

ADDED = "Lagt til. I Heltid heter personen {alias}."
RESET = "Nytt passord. Innlogginger og nøkler personen hadde, er avsluttet."


def add(login: str, password: str, *, is_administrator: bool, lang: str) -> list[str]:
    """A person with a local log-in, and the alias that roles are given to."""
    with prepare(Settings()).writing() as session:
        user = local.add(session, login, password)
        if is_administrator:
            roles.give(session, user.id, Role.ADMINISTRATOR, None)
        journal.write(session, journal.Said(None, "command", "user add", user.alias), now())
    return [say(ADDED, lang, alias=user.alias)]


def reset(login: str, password: str, *, lang: str) -> list[str]:
    """A new password for a person."""
    with prepare(Settings()).writing() as session:
        user_id = local.reset(session, login, password)
        journal.write(
            session, journal.Said(None, "command", "user reset", "done", subject=str(user_id)), now()
        )
    return [say(RESET, lang)]
