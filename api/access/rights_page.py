"""`docs/rights.md`: the table of rights for those who don't read code; `python -m api.access.rights_page` writes it."""

from __future__ import annotations

from pathlib import Path

from api.access.principal import Role
from api.access.rights import TABLE, Right

FILE = Path(__file__).parents[2] / "docs" / "rights.md"
ROLES = {
    Role.MANAGER: "enhetsleder",
    Role.PLANNER: "planlegger",
    Role.FORUM: "forum",
    Role.UNION: "tillitsvalgt",
    Role.SAFETY: "verneombud",
    Role.ADMINISTRATOR: "administrator",
}
HEAD = """# Hvem som har adgang til hva

Laget av `api/access/rights.py`, som tjenesten selv spør; en test holder siden lik den.

Enhetsleder, planlegger, tillitsvalgt og verneombud er noe i de enhetene de er gitt rollen i, og ser ikke at andre
enheter finnes. Forumet og administratoren har rollen i alle enheter. En som har flere, har alt de gir til sammen.
Administratoren ser ingen turnus av den rollen alene. Det en nøkkel ikke kan ha, krever at et menneske er logget inn.

"""


def page() -> str:
    """The page: what everyone may, and what each role may."""
    everyone = [right for right in TABLE if not right.roles]
    lines = [f"- {right.opens}{_key(right)}" for right in everyone]
    table = ["| | " + " | ".join(ROLES.values()) + " | nøkkel |", "|---" * (len(ROLES) + 2) + "|"]
    table += [_row(right) for right in TABLE if right.roles]
    return (
        HEAD
        + "## Alle som er logget inn, kan\n\n"
        + "\n".join(lines)
        + "\n\n## Roller\n\n"
        + "\n".join(table)
        + "\n"
    )


def _row(right: Right) -> str:
    cells = ["ja" if role in right.roles else "" for role in ROLES]
    return (
        f"| {right.opens} (`{right.name}`) | "
        + " | ".join([*cells, "" if right.needs_session else "ja"])
        + " |"
    )


def _key(right: Right) -> str:
    return f" (`{right.name}`{', ikke med nøkkel' if right.needs_session else ''})"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
