"""A finding in words: who, when, what, how much is allowed, and the paragraph."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from solver.domain.finding import Finding
from solver.present.finding_words import SENTENCES
from solver.present.findings import finding_sentence, findings_table, rule_name
from solver.rules.base import Rule
from solver.rules.registry import RULES
from tests.present.helpers import line, unit

IDS = [
    "shift_length",
    "daily_rest",
    "weekly_rest",
    "week_hours",
    "average_week_hours",
    "sunday",
    "long_shift_consent",
    "position",
    "norm_ground",
    "allowed_shifts",
    "unavailable",
    "pinned",
    "weekend_count",
    "weekends_apart",
    "weekend_shape",
    "free_weekend",
    "consecutive_days",
    "consecutive_days_off",
    "consecutive_nights",
    "consecutive_shifts",
    "forbidden_sequence",
    "shift_count",
    "line_minutes",
    "demand_max",
    "budget",
    "shared_line",
    "contact_competence",
    "contact_load",
]
REST = Finding(
    rule="daily_rest",
    law="aml § 10-8 (1)",
    employee="E1",
    week=3,
    day="mon",
    amount=540,
    limit=660,
    unit="minutes",
)


def sentence(lang: str = "nb", **changes: Any) -> str:
    asked = unit(employees=[line() | {"name": "Ada"}])
    return finding_sentence(REST.model_copy(update=changes), asked, lang)


def test_a_sentence_says_who_when_what_the_limit_and_the_paragraph() -> None:
    assert sentence() == "E1 Ada, uke 3 man: hvilen før vakten er 9 t, minst 11 t (aml § 10-8 (1))."


def test_it_says_the_same_in_english() -> None:
    assert (
        sentence("en")
        == "E1 Ada, week 3 Mon: the rest before the shift is 9 h, at least 11 h (aml § 10-8 (1))."
    )


def test_a_paragraph_that_nobody_read_is_not_told_as_certain() -> None:
    source = {"paragraph": REST.law, "status": "secondary"}
    agreement = {"id": "x", "level": "local", "sources": {"min_daily_rest_minutes": source}}
    asked = unit(employees=[line()], agreement=agreement)
    assert finding_sentence(REST, asked, "nb").endswith("(aml § 10-8 (1), bare lest i en annenhåndskilde).")
    assert "read only in a secondary source" in "\n".join(findings_table([REST], asked, "en"))


def test_an_employee_without_a_name_is_told_by_id() -> None:
    assert sentence(employee="E2").startswith("E2, uke 3")


def test_a_finding_about_the_whole_plan_begins_with_what_is_wrong() -> None:
    found = Finding(rule="budget", law="x", amount=1520, limit=1500, unit="percent", detail="positions")
    assert (
        finding_sentence(found, None, "nb") == "Stillingene er til sammen 15,2 årsverk, høyst 15 årsverk (x)."
    )


@pytest.mark.parametrize("rule", IDS)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_rule_has_a_sentence_and_a_name_of_its_own(rule: str, lang: str) -> None:
    assert (rule, None) in SENTENCES
    assert rule_name(rule, lang) != rule
    assert "{" not in sentence(lang, rule=rule, detail="D", unit="days")


@pytest.mark.parametrize(("rule", "key"), sorted(SENTENCES, key=str))
def test_every_sentence_can_be_made_whatever_the_finding_leaves_out(rule: str, key: str | None) -> None:
    assert finding_sentence(Finding(rule=rule, law="", detail=key), None, "nb")
    assert finding_sentence(Finding(rule=rule, law="", unit=key, amount=1, limit=2), None, "en")


def test_only_rules_that_are_in_the_contract_have_sentences() -> None:
    assert {rule for rule, _ in SENTENCES} == set(IDS)
    assert {rule.card.id for rule in RULES} <= set(IDS)


@pytest.mark.parametrize(
    ("rule", "unit_of", "amount", "limit", "said"),
    [
        ("consecutive_days", "days", 6, 5, "høyst 5 dager"),
        ("consecutive_days", "days", 1, 2, "minst 2 dager"),
        ("weekend_count", "weekends", 1, 2, "minst 2 helger"),
        ("daily_rest", "short rests", 2, 1, "høyst 1 kort hvile"),
        ("weekly_rest", "minutes", 2100, 2100, "minst 35 t"),
    ],
)
def test_a_limit_is_a_most_or_a_least(rule: str, unit_of: str, amount: int, limit: int, said: str) -> None:
    assert said in sentence(rule=rule, unit=unit_of, amount=amount, limit=limit)


@pytest.mark.parametrize(("detail", "said"), [
    ("no_contacts", "Beboer R1: har ingen kontakter i turnusen (Enhetens regler)."),
    ("primary", "E1 Ada, beboer R1: har ikke kompetansen som primærkontakten skal ha (Enhetens regler)."),
])  # fmt: skip
def test_a_finding_without_an_amount_says_what_is_wrong_and_not_only_the_rule(detail: str, said: str) -> None:
    employee = None if detail == "no_contacts" else "E1"
    finding = Finding(
        rule="contact_competence", law="Enhetens regler", employee=employee, resident="R1", detail=detail
    )
    assert finding_sentence(finding, unit(employees=[line() | {"name": "Ada"}]), "nb") == said


def test_free_days_in_a_sequence_are_spelled_out() -> None:
    assert "N - fri - D" in sentence(rule="forbidden_sequence", detail="N,,D")


def test_the_table_names_the_employee_and_the_resident_where_it_is_about_both() -> None:
    finding = Finding(
        rule="contact_competence", law="Enhetens regler", employee="E1", resident="R1", detail="primary"
    )
    assert "E1, beboer R1" in findings_table([finding], None, "nb")[1]


def test_the_table_has_breaches_before_warnings() -> None:
    warning = REST.model_copy(update={"severity": "warning"})
    rows = findings_table([warning, REST], None, "nb")
    assert [row.split()[0] for row in rows[1:]] == ["BRUDD", "varsel"]


def test_the_table_tells_rule_paragraph_who_week_day_amount_and_limit() -> None:
    row = findings_table([REST], unit(employees=[line() | {"name": "Ada"}]), "nb")[1]
    assert row.split("  ")[0] == "BRUDD"
    for cell in ("Daglig hvile", "aml § 10-8 (1)", "E1 Ada", "3", "man", "9 t", "minst 11 t"):
        assert cell in row


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.card.id)
def test_whatever_a_rule_says_of_its_finding_has_a_sentence(rule: Rule) -> None:
    code = Path(inspect.getfile(type(rule))).read_text(encoding="utf-8")
    details = re.findall(r'detail="(\w+)"', code)
    assert [detail for detail in details if (rule.card.id, detail) not in SENTENCES] == []
