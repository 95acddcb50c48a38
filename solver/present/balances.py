"""The arithmetic in words: what is required, what can be achieved, and what is short."""

from __future__ import annotations

from solver.domain.scenario import Scenario
from solver.domain.values import clock
from solver.present.findings import resident_name, who
from solver.present.places import days_words
from solver.present.text import amount, duration, number, sentence
from solver.present.words import say
from solver.reasons.balance import Balance

SENTENCES = {
    "weekends": "Helgene krever {required} på {weeks}{asked}. {people} kan ta {achievable}{each}. {short}",
    "sundays": "Søndagene krever {required} på {weeks}{asked}. {people} kan ta {achievable}{each}. {short}",
    "nights": "Nettene krever {required} på {weeks}{asked}. {people} kan ta {achievable}{each}. {short}",
    "hours": "Behovet er {required} på {weeks}{asked}. {people} rekker {achievable}. {short}",
    "window": "Tidsrommet {when} krever {required} til sammen{asked}. De som kan, rekker {achievable}. {short}",
    "heads": "{when}: {required} kreves på jobb{asked}, og {achievable} kan være der. {short}",
    "positions": "Stillingene er til sammen minst {required}. Rammen er {achievable}. {short}",
    "budget_hours": "Behovet er minst {required}. Rammen er {achievable}. {short}",
    "position": "{who}: vaktene gir ingen stilling fra {position} %: {required} trengs, og nærmest er {nearest}.",
}
CONTACTS = {
    False: "{residents}: {required} på {weeks} skal ha en kontakt til stede. Én linje rekker høyst {alone}, to høyst "
    "{achievable}. Det er nok.",
    True: "{residents}: {required} på {weeks} skal ha en kontakt til stede. Én linje rekker høyst {alone}, to høyst "
    "{achievable}. Minst {missing} blir uten, uansett turnus.",
}
MOST_RESIDENTS = 8
SHORT, ENOUGH = "Det mangler {missing}.", "Det er nok."
EACH_WEEKENDS, EACH_SHIFTS = " med {range} hver", " med høyst {range} hver"
STAFF = {
    False: ("Den ene ansatte", "De {people} ansatte"),
    True: ("Den ene linjen", "De {people} linjene"),
}
ASKED = {
    "competence": "kompetanse {value}",
    "skill": "ferdighet {value}",
    "group": "gruppe {value}",
}


def balance_sentence(one: Balance, scenario: Scenario, lang: str) -> str:
    """One statement with its numbers."""
    if one.about == "contacts":
        return sentence(_contacts(one, scenario, lang))
    told = say(SENTENCES[_kind(one)], lang, **_values(one, scenario, lang))
    return sentence(told)


def _contacts(one: Balance, scenario: Scenario, lang: str) -> str:
    """What a pair of contacts can serve of the windows of residents who ask for the same, each of them."""
    ids = one.details["residents"]
    names = [resident_name(name, scenario, lang) for name in ids[:MOST_RESIDENTS]]
    shares = {name: f"{number(part, lang)} ({number(round(100 * part / one.required), lang)} %)"
              for name, part in (("alone", one.details["alone"]), ("achievable", one.achievable))}  # fmt: skip
    required = amount(one.required, one.unit, lang)
    return say(
        CONTACTS[one.is_short],
        lang,
        residents=", ".join(names) + (", ..." if len(ids) > len(names) else ""),
        required=say("{amount} hver", lang, amount=required) if len(ids) > 1 else required,
        weeks=amount(scenario.cycle.weeks, "weeks", lang),
        missing=number(one.missing, lang),
        **shares,
    )


def _kind(one: Balance) -> str:
    if one.about == "budget":
        return "positions" if one.details["of"] == "positions" else "budget_hours"
    return one.about


def _values(one: Balance, scenario: Scenario, lang: str) -> dict[str, str]:
    figures = {
        name: amount(getattr(one, name), one.unit, lang) for name in ("required", "missing", "achievable")
    }
    if one.unit in ("shifts", "people"):
        figures["missing"] = number(one.missing, lang)
        figures["achievable"] = number(one.achievable, lang)
    short = say(SHORT, lang, missing=figures["missing"]) if one.is_short else say(ENOUGH, lang)
    return figures | {
        "short": short,
        "weeks": amount(scenario.cycle.weeks, "weeks", lang),
        "asked": asked_words(one.competence, one.skill, one.group, lang),
        "people": _people(one, lang),
        "each": _each(one, lang),
        "when": _when(one, scenario, lang),
        "who": who(one.employee, scenario),
        "position": number(one.details.get("position", 0), lang),
        "nearest": duration(one.details.get("nearest", 0), lang),
    }


def asked_words(competence: str | None, skill: str | None, group: str | None, lang: str) -> str:
    """What is asked of those who count, in parentheses; "" where everyone does."""
    given = {"competence": competence, "skill": skill, "group": group}
    told = [say(ASKED[name], lang, value=value) for name, value in given.items() if value]
    return f" ({', '.join(told)})" if told else ""


def _people(one: Balance, lang: str) -> str:
    one_line, lines = STAFF[bool(one.details.get("vacant"))]
    people = one.details.get("people", 0)
    return say(one_line if people == 1 else lines, lang, people=people)


def _each(one: Balance, lang: str) -> str:
    """How much each can take: ` med 4 helger hver`."""
    message, unit, given = (
        (EACH_WEEKENDS, "weekends", one.details.get("weekends"))
        if one.about == "weekends"
        else (EACH_SHIFTS, "shifts", one.details.get("most"))
    )
    if not given or not given[1]:
        return ""
    low, high = given
    told = amount(high, unit, lang)
    return say(message, lang, range=told if low == high else f"{low}-{told}")


def _when(one: Balance, scenario: Scenario, lang: str) -> str:
    days = days_words(one.days, scenario.cycle, lang)
    return f"{days} {clock(one.start or 0)}-{clock(one.end or 0)}"
