"""The commands about positions over several units and positions nobody has yet. Imports as in `questions`."""

from __future__ import annotations

import typer

from solver.options import (
    AsJson,
    Folder,
    Keep,
    Language,
    Leaves,
    PoolFile,
    Quiet,
    ScenarioFile,
    Seconds,
    Seed,
    Varied,
    WayAsked,
    Work,
    Workers,
)

DONE, INFEASIBLE, NOTHING_FOUND = 0, 3, 4


def pool(
    context: typer.Context,
    file: PoolFile,
    *,
    way: WayAsked = "auto",
    seconds: Seconds = 120.0,
    work: Work = None,
    workers: Workers = None,
    seed: Seed = 1,
    out: Folder = None,
    json: AsJson = False,
    quiet: Quiet = False,
    lang: Language = "nb",
) -> int:
    import solver
    from solver.files.named import check_folder
    from solver.files.pooled import pooled_json, save_pooled
    from solver.present import terminal
    from solver.present.pooled import pooled_lines
    from solver.present.stopping import Stopping
    from solver.present.words import say

    asked = solver.load_pool(file)
    folder = check_folder(out, needed=False)
    with Stopping(lang) as stopping:
        found = solver.pool(
            asked, way=way, seconds=seconds, work=work, workers=workers, seed=seed,
            stop=stopping.is_asked, started=context.obj,
        )  # fmt: skip
    written = save_pooled(found, folder) if folder else []
    if not quiet:
        terminal.show_text([pooled_json(found)] if json else pooled_lines(found, lang))
        terminal.show_text([] if json else [say("Skrevet til {name}.", lang, name=path) for path in written])
    if found.is_found:
        return DONE
    return INFEASIBLE if found.roster.status == "infeasible" else NOTHING_FOUND


def design(
    context: typer.Context,
    scenario: ScenarioFile,
    *,
    vary: Varied = None,
    leaves: Leaves = None,
    keep: Keep = False,
    seconds: Seconds = 120.0,
    work: Work = None,
    workers: Workers = None,
    seed: Seed = 1,
    json: AsJson = False,
    lang: Language = "nb",
) -> int:
    import solver
    from solver.files.designed import designed_json
    from solver.forum.design.proposals import leaves as read_leaves
    from solver.present import terminal
    from solver.present.designed import designed_lines
    from solver.present.options import plain_date
    from solver.present.stopping import Stopping

    asked, leaving = solver.load(scenario), read_leaves(leaves or [], plain_date)
    with Stopping(lang) as stopping:
        found = solver.design(
            asked, vary=vary or [], leaves=leaving, keep=keep, seconds=seconds, work=work, workers=workers,
            seed=seed, stop=stopping.is_asked, started=context.obj,
        )  # fmt: skip
    terminal.show_text([designed_json(found)] if json else designed_lines(found, asked, lang))
    if found[0].is_solved:
        return DONE
    return INFEASIBLE if all(one.steps[-1].design.status == "impossible" for one in found) else NOTHING_FOUND
