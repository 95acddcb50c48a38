from solver.domain.finding import Finding
from solver.rules.shared_line import SharedLine
from tests.builders import amounts, line, places, scenario, sheet

RULE = SharedLine()
ONE, TWO, THREE = "D D . . . . L |", ". . A A . . . |", "N . . . D D . |"
PEOPLE = [line(name) for name in ("E1", "E2", "E3")]


def found(
    lines: dict[str, str], positions: dict[str, float] | None = None, rotation: str = "shared"
) -> list[Finding]:
    return list(RULE.audit(sheet(scenario(weeks=3, rotation=rotation, employees=PEOPLE), lines, positions)))


def test_each_person_walks_the_line_a_week_after_the_one_before() -> None:
    lines = {"E1": f"{ONE} {TWO} {THREE}", "E2": f"{THREE} {ONE} {TWO}", "E3": f"{TWO} {THREE} {ONE}"}
    assert found(lines, dict.fromkeys(lines, 80)) == []


def test_a_person_a_week_ahead_is_out_of_step() -> None:
    findings = found({"E1": f"{ONE} {TWO} {THREE}", "E2": f"{TWO} {THREE} {ONE}"})
    assert [(one.employee, one.unit) for one in findings] == [("E2", "days")]


def test_the_first_day_that_differs_is_named_and_all_are_counted() -> None:
    findings = found({"E1": f"{ONE} {TWO} {THREE}", "E2": f"{THREE} {ONE} A A . . . . ."})
    assert (places(findings), amounts(findings)) == ([(3, "mon")], [(4, 0)])


def test_all_have_the_same_position() -> None:
    lines = {"E1": f"{ONE} {TWO} {THREE}", "E2": f"{THREE} {ONE} {TWO}"}
    findings = found(lines, {"E1": 80, "E2": 75.5})
    assert [(one.employee, one.amount, one.limit) for one in findings] == [("E2", 75.5, 80)]


def test_lines_are_compared_even_where_the_first_is_missing() -> None:
    assert found({"E2": f"{THREE} {ONE} {TWO}", "E3": f"{TWO} {THREE} {ONE}"}) == []
    assert len(found({"E2": f"{THREE} {ONE} {TWO}", "E3": f"{ONE} {TWO} {THREE}"})) == 1


def test_lines_of_their_own_owe_each_other_nothing() -> None:
    assert found({"E1": ONE, "E2": ONE}, rotation="individual") == []
