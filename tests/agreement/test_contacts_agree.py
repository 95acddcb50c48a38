"""Contacts by chance, in order or not: the model, the audit and the oracle judge them alike."""

from collections import Counter
from random import Random

from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.rules.contact_competence import ContactCompetence
from solver.rules.contact_load import ContactLoad
from tests import oracle
from tests.agreement.judges import holds, roster_of
from tests.builders import Data, codes, line, scenario

RULES = (ContactCompetence(), ContactLoad())
COMPETENCES = ["assistant", "skilled", "college"]


def test_contacts_are_refused_by_all_three_or_by_none() -> None:
    seen: Counter[str] = Counter()
    for seed in range(150):
        rng = Random(seed)
        unit, data = made_unit(rng)
        given = made_roster(rng, data)
        sheet = Sheet.of(unit, roster_of(given))
        found = {(one.severity, one.rule) for rule in RULES for one in rule.audit(sheet)}
        told = {
            (one["severity"], one["rule"]) for one in oracle.check(data, given) if "contact" in one["rule"]
        }
        assert found == told, seed
        broken = {rule for severity, rule in found if severity == "breach"}
        assert holds(unit, roster_of(given), RULES) == (not broken), seed
        seen.update(broken or {"none"})
    assert min(seen[name] for name in ("none", "contact_load", "contact_competence")) >= 5


def made_unit(rng: Random) -> tuple[Scenario, Data]:
    people = [
        line(f"E{number}", competence=rng.choice(COMPETENCES), position={"min": 0, "max": 100})
        for number in range(1, 6)
    ]
    people[4] |= {"vacant": rng.random() < 0.3}
    able = {one["id"] for one in people if one["competence"] == "college" and not one.get("vacant")}
    residents = []
    for name in ("R1", "R2", "R3"):
        need = {"primary": rng.choice(COMPETENCES), "secondary": "assistant", "team": rng.choice([2, 3, 4])}
        fixed = {"primary": rng.choice(sorted(able))} if able and rng.random() < 0.3 else {}
        residents.append({"id": name, "contacts": rng.choice([need, need, {}]), "fixed": fixed})
    limits = rng.choice([{}, {"primary": 1}, {"secondary": 1, "team": 2}, {"primary": 2, "secondary": 2}])
    unit = scenario(employees=people, residents=residents, contact_limits=limits)
    plain = unit.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    return unit, plain | {"employees": people, "residents": residents, "contact_limits": limits}


def made_roster(rng: Random, unit: Data) -> Data:
    names = [one["id"] for one in unit["employees"]]
    sizes = {name: rng.choice([0, 50, 50, 50, 50, 50]) for name in names}
    lines = [{"employee": name, "position": size, "days": codes("", 7)} for name, size in sizes.items()]
    contacts = []
    for resident in unit["residents"]:
        some = rng.sample(names, rng.randint(2, 4))
        primary = resident["fixed"].get("primary", some[0]) if rng.random() < 0.8 else some[0]
        row: Data = {"resident": resident["id"], "primary": primary, "secondary": some[1], "team": some[2:]}
        if rng.random() < 0.2:
            del row["secondary"]
        if not resident["contacts"]:
            row["team"] = []  # where no size is asked for, the model plans no team beside the contacts
        contacts.append(row)
    return {"schema": "heltid.roster/1", "lines": lines, "contacts": contacts}
