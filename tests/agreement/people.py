"""People by chance: sizes, availability, pins, work elsewhere, wishes and rules of their own."""

from hypothesis import strategies as st

from tests.builders import Data

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COMPETENCES = ("assistant", "skilled", "college")
MOMENTS = ("00:00", "05:30", "07:30", "12:00", "15:00", "20:00", "22:30")


@st.composite
def some_days(draw: st.DrawFn, weeks: int, sparse: bool = False) -> Data:
    """`days` and `weeks`, either left out at times."""
    found: Data = {}
    if sparse or draw(st.booleans()):
        found["days"] = sorted(draw(st.sets(st.sampled_from(DAYS), min_size=1, max_size=2 if sparse else 7)))
    if weeks > 1 and (sparse or draw(st.booleans())):
        found["weeks"] = sorted(draw(st.sets(st.integers(1, weeks), min_size=1, max_size=1 if sparse else 3)))
    return found


@st.composite
def windows(draw: st.DrawFn, weeks: int, sparse: bool = False) -> Data:
    """Days with a time, which may run past midnight or be a whole day long."""
    times = {"start": draw(st.sampled_from(MOMENTS)), "end": draw(st.sampled_from(MOMENTS))}
    return draw(some_days(weeks, sparse)) | times


@st.composite
def positions(draw: st.DrawFn, vacant: bool) -> Data:
    sizes = st.sampled_from([0, 20, 40, 50, 60, 75, 80.5, 100])
    if vacant:
        return draw(st.sampled_from([{}, {"min": 40}, {"min": 50, "max": 80}]))
    given_current: Data = {"current": draw(sizes)}
    low, high = sorted([draw(sizes), draw(sizes)])
    more = draw(st.sampled_from([{}, {"wanted": high}, {"wanted": high}, {"min": low, "max": high}]))
    return given_current | more


@st.composite
def own_rules(draw: st.DrawFn, codes: list[str], most: int = 3) -> Data:
    """At most so many of the unit's rules, each with a small limit."""
    few, sequence = st.integers(1, 4), st.lists(st.sampled_from(["", *codes]), min_size=2, max_size=4)
    free = [{"from": "fri 18:00", "until": "mon 06:00"}, {"from": "sat 00:00", "until": "mon 09:00"}]
    counts = st.dictionaries(st.sampled_from(codes), st.integers(0, 3), max_size=2)
    blocks = st.dictionaries(st.sampled_from(codes), st.integers(1, 3), max_size=2)
    every: dict[str, st.SearchStrategy[object]] = {
        "max_consecutive_days": st.sampled_from([2, 4, 5, 6, 14, 20]),
        "min_consecutive_days": few,
        "min_consecutive_days_off": few,
        "max_consecutive_days_off": st.sampled_from([2, 3, 4, 6, 14]),
        "min_consecutive_shifts": blocks,
        "max_consecutive_shifts": blocks.map(lambda found: {code: days + 1 for code, days in found.items()}),
        "max_consecutive_nights": st.sampled_from([1, 2, 3, 14]),
        "min_weeks_between_weekends": few,
        "weekend_shape": st.sampled_from(["any", "both", "both_or_long", "one_long", "long_and_short"]),
        "free_weekend": st.sampled_from(free),
        "forbidden_sequences": st.lists(sequence, max_size=2),
        "max_shifts": counts.map(lambda found: {code: count + 2 for code, count in found.items()}),
        "max_minutes": st.sampled_from([900, 2000, 4300]),
        "min_minutes": st.sampled_from([0, 450, 1500]),
        "min_shifts": counts.map(lambda found: {code: min(count, 2) for code, count in found.items()}),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(every)), min_size=most // 2, max_size=most))
    found: Data = {name: draw(every[name]) for name in sorted(chosen)}
    for low, high in (
        ("min_consecutive_days", "max_consecutive_days"),
        ("min_consecutive_days_off", "max_consecutive_days_off"),
        ("min_minutes", "max_minutes"),
    ):
        if found.get(low, 0) > found.get(high, 10**6):
            del found[low]
    longest = found.get("max_consecutive_shifts", {})
    if any(days > longest.get(code, 20) for code, days in found.get("min_consecutive_shifts", {}).items()):
        del found["min_consecutive_shifts"]
    return found


@st.composite
def people(draw: st.DrawFn, name: str, codes: list[str], weeks: int) -> Data:
    """What any line may have, also one that others share."""
    vacant = draw(st.sampled_from([False, False, False, True]))
    low, high = sorted([draw(st.integers(0, weeks)), draw(st.integers(0, weeks))])
    weekends = draw(
        st.sampled_from([{}, {}, {"max_weekends": high}, {"min_weekends": low, "max_weekends": high}])
    )
    return {
        "id": name,
        "vacant": vacant,
        "competence": draw(st.sampled_from(COMPETENCES)),
        "skills": draw(st.sampled_from([[], ["medication"]])),
        "groups": draw(st.sampled_from([[], ["team-1"]])),
        "position": draw(positions(vacant)),
        "long_shifts": draw(st.sampled_from([True, True, False])),
        "shifts": sorted(draw(st.sets(st.sampled_from(codes), min_size=min(2, len(codes))))),
        "other_minutes": draw(st.sampled_from([0, 0, 300])),
        "counts_in_cover": draw(st.sampled_from([True, True, True, False])),
        "wishes": draw(st.lists(wishes(codes, weeks), max_size=2)),
    } | weekends | draw(st.sampled_from([{}, {}, {"weekly_minutes": 2250}, {"norm": "fixed"}]))  # fmt: skip


@st.composite
def wishes(draw: st.DrawFn, codes: list[str], weeks: int) -> Data:
    shift: Data = draw(st.sampled_from([{}, *({"shift": code} for code in ["", *codes])]))
    return draw(some_days(weeks)) | shift | {"want": draw(st.booleans()), "weight": draw(st.integers(0, 3))}


@st.composite
def ones_own(draw: st.DrawFn, codes: list[str], weeks: int, rotation: str) -> Data:
    """What only one line may have: none of it fits a shared one."""
    code = st.sampled_from(["", *codes])
    pin = some_days(weeks, sparse=True).flatmap(lambda days: code.map(lambda shift: days | {"shift": shift}))
    rare = st.sampled_from([0, 0, 0, 1])
    away = draw(st.sampled_from([[], [], draw(st.lists(some_days(weeks, sparse=True), max_size=1))]))
    found: Data = {
        "unavailable": away + draw(st.lists(windows(weeks, sparse=True), max_size=draw(rare))),
        "elsewhere": draw(st.lists(windows(weeks, sparse=True), max_size=draw(rare))),
        "pinned": draw(st.lists(pin, max_size=draw(rare))),
        "rules": draw(own_rules(codes)) if draw(rare) else {},
    }
    if rotation == "none":
        found["before"] = draw(st.lists(code, max_size=20))
    return found
