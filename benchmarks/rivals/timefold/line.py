"""What Timefold knows of one line: plain numbers and lists of them."""

from __future__ import annotations

from typing import Any


class Line:
    """What one line must keep; `begin`, `until`, `paid` and so on are by code, 0 is free."""

    def __init__(self, given: dict[str, Any], line: dict[str, Any]) -> None:
        self.days: int = given["days"]
        self.codes: int = len(given["codes"])
        self.begin: list[int] = given["begin"]
        self.until: list[int] = given["until"]
        self.paid: list[int] = given["paid"]
        self.working: list[int] = given["working"]
        self.night: list[int] = given["night"]
        self.long: list[int] = given["long"]
        self.zone: list[int] = given["zone"]
        self.daily_rest: int = given["daily_rest"]
        self.weekly_rest: int = given["weekly_rest"]
        self.week_minutes: int = given["week_minutes"]
        self.average_minutes: int = given["average_minutes"]
        self.average_weeks: int = given["average_weeks"]
        self.sundays: int = given["sundays_in_a_row"]
        self.full: int = given["full"]
        self.sizes: list[int] = line["sizes"]
        self.tolerance: int = line["tolerance"]
        self.other: int = line["other"]
        self.vacant: int = line["vacant"]
        self.wanted: int = line["wanted"]
        self.small_below: int = line["small_below"]
        self.part_below: int = line["part_below"]
        self.most_weekends: int = line["most_weekends"]
        self.fewest_weekends: int = line["fewest_weekends"]
        self.most_days: int = line["most_days"]
        self.most_nights: int = line["most_nights"]
        self.apart: int = line["apart"]
        self.shape: int = line["shape"]
        self.free: list[int] = line["free"]
        self.never: list[list[int]] = line["never"]
        self.most_shifts: list[int] = line["most_shifts"]
        self.unwished: list[int] = line["unwished"]
