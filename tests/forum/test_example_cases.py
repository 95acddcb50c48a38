"""The two example cases as they are committed: what the first shows, what the second proves, and every figure twice."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import solver
from solver.files.data import data_dir
from solver.files.review import left_in
from solver.files.roster import roster_data
from solver.files.scenario import dump_scenario
from solver.files.yaml import read_raw
from solver.forum.review import Option, Review
from solver.present.papers.advert import advert
from solver.present.papers.case_paper import case_paper
from solver.present.papers.markdown import markdown
from solver.present.papers.overview import overview
from solver.present.papers.part_time_need import part_time_need
from tests.forum.recount import Line, changed_days, kroner, lines, uncovered
from tests.forum.tables import Row, number, tables

CASES = ("oppdal-nattsykepleier", "lia-helgelinje")
RENEW = "run heltid review CASE --out FOLDER anew and keep its review.json"
Units = dict[str, tuple[dict[str, Any], dict[str, Any]]]


def folder(name: str) -> Path:
    return data_dir() / "cases" / name


@cache
def committed(name: str) -> Review:
    """The review as it is committed, judged anew; nothing is solved."""
    case = solver.load_case(folder(name) / "case.yaml")
    known = left_in(folder(name))
    review = solver.review(case, seconds=1e-9, known=known)
    assert solver.data(review)["answers"] == json.loads(json.dumps(known["answers"])), RENEW
    return review


@cache
def today(name: str) -> Units:
    """Scenario and roster of each unit as the files have them."""
    case = read_raw(folder(name) / "case.yaml")
    return {
        unit["id"]: (read_raw(folder(name) / unit["scenario"]), read_raw(folder(name) / unit["roster"]))
        for unit in case["units"]
    }


def after(name: str, option: Option) -> Units:
    """The same with the units that an option touches."""
    return _after(name, option.id)


@cache
def _after(name: str, chosen: str) -> Units:
    option = next(one for one in committed(name).options if one.id == chosen)
    touched = {one.unit: (dump_scenario(one.scenario), roster_data(one.roster)) for one in option.afters}
    return today(name) | touched


def solved(name: str) -> list[Option]:
    return [option for option in committed(name).options if option.is_solved]


# -- what they show ----------------------------------------------------------------------------------------------


def test_the_vacant_night_line_has_at_least_four_kinds_of_solved_options() -> None:
    kinds = {option.draft.kind for option in solved("oppdal-nattsykepleier")} - {"advertise"}
    assert len(kinds) >= 4


def test_with_the_best_one_nothing_is_advertised_and_no_hours_are_lost() -> None:
    best = committed("oppdal-nattsykepleier").best
    assert best is not None
    assert best.draft.advertised == ()
    now, then = today("oppdal-nattsykepleier"), after("oppdal-nattsykepleier", best)
    assert total(then) == total(now)
    assert [uncovered(*then[unit]) for unit in then] == [uncovered(*now[unit]) for unit in now]


def test_nine_part_timers_and_four_who_want_more() -> None:
    case = read_raw(folder("oppdal-nattsykepleier") / "case.yaml")
    people = [
        (scenario["employees"], line)
        for scenario, roster in today("oppdal-nattsykepleier").values()
        for line in roster["lines"]
    ]
    part = [
        line for all_, line in people if line["position"] < 100 and not _is_vacant(all_, line["employee"])
    ]
    assert len([line for line in part if line["employee"] != case["vacancy"]["line"]]) == 9
    assert len(case["wants_more"]) == 4


def test_where_nobody_can_be_extended_it_is_proven_and_the_paper_says_no_more() -> None:
    review = committed("lia-helgelinje")
    others = [option for option in review.options if option.draft.kind != "advertise"]
    assert {option.status for option in others} == {"impossible"}
    paper = markdown(part_time_need(review, "nb"))
    assert (
        f"Av de andre alternativene er {len(others)} bevist umulige, 0 ikke funnet i tide og 0 mulige."
        in paper
    )
    scenario = today("lia-helgelinje")["lia"][0]
    needed = sum(row["min"] for row in scenario["demand"] if "days" not in row) * 2 * 12
    lines_left = [one for one in scenario["employees"] if one["id"] != "A9"]
    can = sum(2 * one["max_weekends"] for one in lines_left)
    told = f"Helgene krever {needed} vakter på 12 uker. De {len(lines_left)} ansatte kan ta {can} med 4 helger hver."
    assert told in paper
    assert f"Det mangler {needed - can}." in paper
    assert f"blir minst {450 * (needed - can) // 60} t uten dekning" in paper


# -- every figure twice ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_the_side_by_side_table_is_recounted_from_the_rosters(name: str) -> None:
    (rows, *_) = tables(markdown(case_paper(committed(name), "nb")))
    wages = read_raw(folder(name) / "case.yaml")["hourly_wage"]
    before = sum(kroner(*unit, wages) for unit in today(name).values())
    for row, option in zip(rows, committed(name).options, strict=True):
        if not option.is_solved:
            assert row["Små"] == row["Hele"] == ""
            continue
        then = after(name, option)
        sizes = people_sizes(name, then)
        assert int(row["Hele"]) == sum(size >= 100 for size, _ in sizes.values())
        assert int(row["Små"]) == sum(small for _, small in sizes.values())
        now = today(name)
        assert int(row["Andres dager"]) == sum(
            changed_days(lines(now[unit][1])[line], one)
            for unit in then
            for line, one in lines(then[unit][1]).items()
            if line in lines(now[unit][1]) and lines(now[unit][1])[line].size == one.size
        )
        assert number(row["Tillegg kr/år"]) == pytest.approx(
            sum(kroner(*unit, wages) for unit in then.values()) - before, abs=0.51
        )


@pytest.mark.parametrize("name", CASES)
def test_the_table_of_each_options_people_is_recounted_from_the_rosters(name: str) -> None:
    review = committed(name)
    found = [rows for rows in tables(markdown(case_paper(review, "nb"))) if "Endrede dager" in rows[0]]
    for rows, option in zip(found, (one for one in review.options if one.is_solved), strict=True):
        told = {}
        for change, row in zip(option.changes, rows, strict=True):
            unit, line = change.person
            told[unit, line] = row
            now, then = lines(today(name)[unit][1]).get(line), lines(after(name, option)[unit][1]).get(line)
            assert_row(row, now, then)
        assert set(told) == set(differing(name, option))


def assert_row(row: Row, now: Line | None, then: Line | None) -> None:
    sizes, weekends = [row["Før"], row["Etter"]], [row["Helger før"], row["Helger etter"]]
    assert [None if cell == "-" else number(cell) for cell in sizes] == [
        one and one.size for one in (now, then)
    ]
    assert [None if cell == "-" else int(cell) for cell in weekends] == [
        one and one.weekends for one in (now, then)
    ]
    assert row["Endrede dager"] == (str(changed_days(now, then)) if now and then else "-")


def differing(name: str, option: Option) -> list[tuple[str, str]]:
    """Every line that is not exactly as it is today."""
    now, then = today(name), after(name, option)
    return [
        (unit, line)
        for unit in now
        for line in {*lines(now[unit][1]), *lines(then[unit][1])}
        if lines(now[unit][1]).get(line) != lines(then[unit][1]).get(line)
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_indicators_are_recounted_from_the_rosters(name: str) -> None:
    review = committed(name)
    rows = {row["nr"]: row for row in tables(markdown(case_paper(review, "nb")))[-1]}
    assert review.best is not None
    for column, units in (("i dag", today(name)), ("alternativ 1", after(name, review.best))):
        sizes = people_sizes(name, units)
        people = [size for person, (size, _) in sizes.items() if not person.startswith("*")]
        assert int(rows["ansatte"][column]) == len(people)
        assert number(rows["andel med hel stilling"][column]) == pytest.approx(
            100 * sum(size >= 100 for size in people) / len(people), abs=0.051
        )
        assert number(rows["gjennomsnittlig stilling"][column]) == pytest.approx(
            sum(people) / len(people), abs=0.051
        )
        for limit in (60, 65, 80):
            assert int(rows[f"stillinger under {limit} %"][column]) == sum(size < limit for size in people)
        assert number(rows["stillinger til sammen"][column]) == pytest.approx(total(units) / 100)


@pytest.mark.parametrize("name", CASES)
def test_the_overview_and_the_advertisement_tell_what_the_files_have(name: str) -> None:
    review = committed(name)
    case = read_raw(folder(name) / "case.yaml")
    for row, wish in zip(tables(markdown(overview(review, "nb")))[0], case["wants_more"], strict=True):
        held = lines(today(name)[wish["unit"]][1])[wish["employee"]].size
        told = [number(row[one]) for one in ("Har", "Ønsker", "Mangler")]
        assert told == [held, wish["wanted"], wish["wanted"] - held]
    for option in solved(name):
        text = markdown(advert(review, "nb", option))
        for unit, line in option.draft.advertised:
            mine = lines(after(name, option)[unit][1])[line]
            counted = re.search(r"(\d+):(\d+) timer og (\d+) helg", text)
            assert counted is not None
            paid = {one["code"]: one["paid_minutes"] for one in after(name, option)[unit][0]["shifts"]}
            assert (
                int(counted[1]) * 60 + int(counted[2]) == sum(paid[code] for code in mine.days if code)
                or "@" in line
            )
            assert int(counted[3]) == mine.weekends or "@" in line


def test_law_is_cited_by_paragraph_with_its_link_and_unread_rates_are_told() -> None:
    review = committed("oppdal-nattsykepleier")
    for paper in (case_paper(review, "nb"), part_time_need(review, "nb"), advert(review, "nb")):
        text = markdown(paper)
        cited = re.findall(r"\[aml § ([^\]]*)\]\(<([^>]*)>\)", text)
        assert cited
        assert all(
            link == f"https://lovdata.no/lov/2005-06-17-62/§{one.replace(' ', '')}" for one, link in cited
        )
        if "kr i året" in text:
            assert "er ikke lest i tariffavtalen selv" in text


def people_sizes(name: str, units: Units) -> dict[str, tuple[float, bool]]:
    """Each position with whether it is small, a person's two lines as one; vacant ones begin with `*`."""
    case = read_raw(folder(name) / "case.yaml")
    wanted = {one["employee"]: one["wanted"] for one in case["wants_more"]}
    standing = case["thresholds"].get("standing", 65)
    sizes: dict[str, float] = {}
    below: dict[str, float] = {}
    for scenario, roster in units.values():
        for line, one in lines(roster).items():
            competence = next(given["competence"] for given in scenario["employees"] if given["id"] == line)
            vacant = _is_vacant(scenario["employees"], line)
            who = f"*{'L1' if line.startswith('POOL') else line}" if vacant else line.split("@")[0]
            sizes[who] = sizes.get(who, 0) + one.size
            limit = standing if isinstance(standing, int) else standing.get(competence, standing["default"])
            below[who] = 65 if vacant else limit
    return {
        who: (size, size < below[who] and (who.startswith("*") or wanted.get(who, 0) >= below[who]))
        for who, size in sizes.items()
    }


def total(units: Units) -> float:
    return sum(one.size for _, roster in units.values() for one in lines(roster).values())


def _is_vacant(employees: list[dict[str, Any]], name: str) -> bool:
    return any(one["id"] == name and one.get("vacant") for one in employees)
