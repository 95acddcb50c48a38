"""What the oracle says of cover, holes and goals."""

from decimal import Decimal

from tests.oracle import check, goals, holes
from tests.oracle.cases import days, everyone, roster, unit
from tests.oracle.clock import Data


def staffed(rows: list[Data], *people: Data) -> Data:
    """A one-week unit of several people with these demand rows."""
    named = [{"position": {"current": 100}} | person for person in people]
    return unit(1, demand=rows) | {
        "employees": [person | {"id": f"E{n or ''}"} for n, person in enumerate(named)]
    }


def test_holes_are_told_by_stretch_and_sum_to_cover() -> None:
    scenario = staffed([everyone("07:00", "22:30", min=2) | {"days": ["mon"]}], {}, {})
    assert holes(scenario, roster(days("D"), days("L"))) == [
        {"row": 0, "week": 1, "day": "mon", "start": start, "end": end, "missing": missing}
        for start, end, missing in [
            ("07:00", "07:30", 2),
            ("07:30", "10:00", 1),
            ("15:00", "22:00", 1),
            ("22:00", "22:30", 2),
        ]
    ]
    assert goals(scenario, roster(days("D"), days("L")))["cover"] == 60 + 150 + 420 + 60


def test_a_night_shift_is_there_the_next_morning_also_after_the_last_sunday() -> None:
    morning = [{"days": ["mon"], "start": "00:00", "end": "07:00", "min": 1}]
    assert not holes(staffed(morning, {}), roster(days(". . . . . . N")))
    overnight = [{"days": ["sun"], "start": "22:15", "end": "07:45", "min": 1}]
    assert not holes(staffed(overnight, {}), roster(days(". . . . . . N")))


def test_rows_count_independently_and_a_higher_competence_does_a_lower_ones_work() -> None:
    monday: Data = {"days": ["mon"], "start": "08:00", "end": "15:00"}
    rows = [
        monday | {"min": 1, "competence": "skilled"},
        monday | {"min": 1, "skill": "medication"},
        monday | {"min": 1, "group": "team-1"},
        monday | {"max": 1},
    ]
    nurse: Data = {"competence": "college", "skills": ["medication"], "groups": ["team-1"]}
    trainee: Data = {"counts_in_cover": False}
    assert not holes(staffed(rows, nurse), roster(days("D")))
    assert len(holes(staffed(rows, {}), roster(days("D")))) == 3
    both = roster(days("D"), days("D"))
    assert "demand_max" not in {f["rule"] for f in check(staffed(rows, nurse, trainee), both)}
    assert "demand_max" in {f["rule"] for f in check(staffed(rows, nurse, {}), both)}


def test_wanted_and_surplus_are_counted_above_min_and_wanted() -> None:
    row: Data = {"days": ["mon"], "start": "08:00", "end": "09:00", "min": 1, "wanted": 2}
    nobody = goals(staffed([row], {}), roster(days(".")))
    assert (nobody["cover"], nobody["below_wanted"], nobody["surplus"]) == (60, 60, 0)
    three = goals(staffed([row], {}, {}, {}), roster(*[days("D")] * 3))
    assert (three["cover"], three["below_wanted"], three["surplus"]) == (0, 0, 60)
    assert (
        goals(staffed([row | {"competence": "assistant"}], {}, {}, {}), roster(*[days("D")] * 3))["surplus"]
        == 0
    )


def test_goals_of_position_leave_out_those_who_want_less() -> None:
    people: list[Data] = [
        {"position": {"current": 50, "wanted": Decimal("62.5")}},
        {"position": {"current": 60, "wanted": 100}},
        {"vacant": True},
    ]
    got = goals(staffed([], *people), roster(*[days("D")] * 3, position=60))
    assert (got["unwanted_part_time"], got["small_positions"]) == (42.5, 2)
    assert (got["part_time"], got["lines_used"]) == (2, 3)


def test_balance_is_among_those_who_may_and_are_alike() -> None:
    people: list[Data] = [
        {},
        {},
        {"shifts": ["D"], "unavailable": [{"days": ["sat", "sun"]}]},
        {"vacant": True},
    ]
    lines = [days(". . . . N D A"), days("A . . . . . N"), days("D"), days(". . . . . A A")]
    got = goals(staffed([], *people), roster(*lines))
    assert got["weekend_balance"] == 0
    assert got["weekend_hours_balance"] == (570 * 465 // 570 + 900) - 570 * 105 // 570
    assert (got["evening_balance"], got["night_balance"]) == (0, 0)
    assert goals(staffed([], {}, {"max_weekends": 1}), roster(*lines[:2]))["weekend_hours_balance"] == 0


def test_wishes_are_weighed_by_day() -> None:
    wishes = [
        {"days": ["mon", "tue"], "shift": "A", "want": False, "weight": 2},
        {"days": ["wed"], "shift": ""},
        {"days": ["thu"], "want": True, "weight": 5},
    ]
    assert goals(staffed([], {"wishes": wishes}), roster(days("A A D .")))["wishes"] == 2 + 2 + 1 + 5
    assert goals(staffed([], {"wishes": wishes}), roster(days("D . . N")))["wishes"] == 0


def test_strain_counts_short_rests_single_free_days_and_the_fifth_day() -> None:
    assert goals(staffed([], {}), roster(days("D D D D D . .")))["strain"] == 1
    assert goals(staffed([], {}), roster(days("D D D D D D .")))["strain"] == 2 + 1
    assert goals(staffed([], {}), roster(days("D . . . . . A")))["strain"] == 1
    assert goals(staffed([], {}), roster(days("D D D D D D D")))["strain"] == 7


def test_changes_against_the_current_roster() -> None:
    new, old = roster(days("D D A")), roster(days("D A"))
    assert goals(staffed([], {}), new, old)["changes"] == 2
    assert goals(staffed([], {}), new, {"lines": []})["changes"] == 3


def test_who_has_no_competence_meets_no_row_that_asks_for_one() -> None:
    monday: Data = {"days": ["mon"], "start": "08:00", "end": "15:00", "min": 1}
    anyone = staffed([monday | {"competence": "assistant"}, monday], {})
    assert [hole["row"] for hole in holes(anyone, roster(days("D")))] == [0]
