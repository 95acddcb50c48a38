"""A review in a folder: `review.json` with every roster found, so that a decision needs no new search, and the papers.

`review.json` is held against its case by a fingerprint and read back through the same checks as any roster.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from solver.domain.case import Case, Decision
from solver.domain.fault import FaultError, fault
from solver.domain.repair import read_shape
from solver.domain.roster import Roster
from solver.files.case import case_data, case_sha256
from solver.files.roster import roster_data, roster_from, save_roster
from solver.files.scenario import dump_scenario, scenario_sha256
from solver.files.yaml import read_checked
from solver.forum.base import Answer, Draft, UnitAnswer
from solver.forum.deciding import Decided
from solver.forum.options import drafts
from solver.forum.over_time import Closed, over_time
from solver.forum.review import Option, Review
from solver.forum.today import Today
from solver.present.papers.all_papers import paper_files
from solver.present.review_json import review_data

REVIEW: Final = "review.json"
CASE: Final = "case.json"
REST: Final = ("least_uncovered", "changed_days", "changes_bound", "sizes_proven")


def save_review(review: Review, folder: Path, lang: str, chosen: Option | None = None) -> None:
    """Write `review.json` and the papers into the folder, which is made where it is not there.

    The overview tells the indicators of the closed cases in the folders beside it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / REVIEW, stored(review, lang))
    for name, content in paper_files(review, lang, chosen, closed_beside(folder)).items():
        (folder / name).write_bytes(content)


def stored(review: Review, lang: str) -> dict[str, Any]:
    """The review with every roster, as plain values."""
    answers = {option.id: _answer(option.answer) for option in review.options}
    return review_data(review, lang) | {"case_sha256": case_sha256(review.case), "answers": answers}


def left_in(folder: Path) -> dict[str, Any]:
    """The review that was written into a folder, as plain values; nothing where there is none that can be read."""
    path = folder / REVIEW
    raw, faults = read_checked(path) if path.exists() else ({}, [])
    return {} if faults else raw


def closed_beside(folder: Path) -> tuple[Closed, ...]:
    """The cases that were closed in the folders beside this one."""
    others = [
        one for one in sorted(folder.resolve().parent.glob(f"*/{CASE}")) if one.parent != folder.resolve()
    ]
    read = [(*read_checked(one), left_in(one.parent)) for one in others]
    return over_time((case, review) for case, faults, review in read if not faults)


def keeper(case: Case, tell: Callable[[dict[str, Any]], None]) -> Callable[[Answer], None]:
    """What tells of the answers so far, each time there is one more, as `known_answers` reads them."""
    fingerprint, answers = case_sha256(case), {}

    def keep(answer: Answer) -> None:
        answers[answer.draft.id] = _answer(answer)
        tell({"case_sha256": fingerprint, "answers": dict(answers)})

    return keep


def known_answers(stored_review: Mapping[str, Any], case: Case) -> dict[str, Answer]:
    """The answers of a stored review; none where it was of another case."""
    if stored_review.get("case_sha256") != case_sha256(case):
        return {}
    found = {draft.id: draft for draft in drafts(Today(case))}
    given = stored_review.get("answers", {})
    return {name: _restored(found[name], one) for name, one in given.items() if name in found}


def load_decision(path: Path) -> Decision:
    """A decision in a file: option, date, reasons, by."""
    raw, faults = read_checked(path)
    draft = read_shape(Decision, raw, {})
    told = {one.path for one in faults}
    faults = [*faults, *(one for one in draft.faults if one.path not in told)]
    if faults or draft.value is None:
        raise FaultError(
            faults or [fault("", "empty_file", "Filen er tom.", "Skriv option, date, reasons og by.")]
        )
    return draft.value


def save_decided(decided: Decided, folder: Path, lang: str) -> list[Path]:
    """Write the closed case, the papers with the decision, and the new scenario and roster of each unit touched."""
    save_review(decided.review, folder, lang, decided.option)
    written = [folder / CASE]
    _write(written[0], case_data(decided.case))
    for unit in decided.units:
        scenario, roster = folder / f"{unit.id}.scenario.json", folder / f"{unit.id}.roster.json"
        _write(scenario, dump_scenario(unit.scenario))
        save_roster(
            unit.roster.model_copy(update={"scenario_sha256": scenario_sha256(unit.scenario)}), roster
        )
        written += [scenario, roster]
    return written


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "status": answer.status,
        "units": [
            {
                "unit": one.ask.unit,
                "status": one.status,
                "roster": None if one.roster is None else _roster(one.roster),
                "least_uncovered": one.least_uncovered,
                "changed_days": one.changed_days,
                "changes_bound": one.changes_bound,
                "sizes_proven": one.sizes_proven,
            }
            for one in answer.units
        ],
    }


def _roster(roster: Roster) -> dict[str, Any]:
    """What cannot be worked out again: sizes, days and contacts."""
    whole = roster_data(roster)
    kept = ("employee", "position", "days")
    return {
        "lines": [{name: line[name] for name in kept} for line in whole["lines"]],
        "contacts": whole.get("contacts", []),
    }


def _restored(draft: Draft, given: Mapping[str, Any]) -> Answer:
    units = []
    for ask, one in zip(draft.asks, given["units"], strict=False):
        rest = {name: one[name] for name in REST}
        roster = None if one["roster"] is None else roster_from(one["roster"], ask.scenario)
        units.append(UnitAnswer(ask, one["status"], roster, **rest))
    return Answer(draft, tuple(units))


def _write(path: Path, data: dict[str, Any]) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    parts = [f" {_text(name)}: {_rows(value)}" for name, value in data.items()]
    unfinished.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")
    unfinished.replace(path)


def _rows(value: Any) -> str:
    """Each option and each answer on a line of its own, so that two reviews can be told apart line by line."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {_text(row)}" for row in value) + "\n ]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"  {_text(name)}: {_text(row)}" for name, row in value.items()) + "\n }"
    return _text(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
