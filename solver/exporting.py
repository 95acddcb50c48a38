"""The command that writes a roster for people. As in `cli`, everything heavy is imported inside it."""

from __future__ import annotations

from solver.options import (
    Cycles,
    Language,
    Layout,
    Made,
    OfEmployee,
    OfScenario,
    Paper,
    RosterFile,
    To,
    Until,
)

DONE = 0


def export(
    roster: RosterFile,
    *,
    scenario: OfScenario,
    to: To,
    layout: Layout = "wide",
    paper: Paper = "a3",
    employee: OfEmployee = None,
    cycles: Cycles = None,
    until: Until = None,
    date: Made = None,
    lang: Language = "nb",
) -> int:
    import solver
    from solver.files.forms import SHOWN
    from solver.files.named import check_target, given_roster

    check_target(to, SHOWN, inputs=[scenario, roster])
    asked = solver.load(scenario)
    given = given_roster(roster, asked)
    complete = solver.audit(asked, given).roster
    solver.save(
        complete, to, asked, lang="en" if lang == "en" else "nb", layout="tall" if layout == "tall" else "wide",
        paper="a4" if paper == "a4" else "a3", employee=employee, cycles=cycles, until=until, made=date,
    )  # fmt: skip
    return DONE
