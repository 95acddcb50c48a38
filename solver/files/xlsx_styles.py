"""How the cells of a workbook look: few colours, and each reads in black and white too."""

from __future__ import annotations

from typing import Any, Final

from solver.domain.cycle import SATURDAY, SUNDAY

GREY, WEEKEND, LINE = "#F2F2F2", "#E7E6E6", "#BFBFBF"
FILLS: Final = {"evening": "#DDEBF7", "night": "#BDD7EE", "long": "#FFF2CC"}
FREE_DAY: Final = "#548235"
SHORT: Final = "#C00000"
SMALL: Final = 9


class Styles:
    """The formats of one workbook."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.title = file.add_format({"bold": True, "font_size": 14})
        self.plain = file.add_format({"font_size": 10})
        self.bold = file.add_format({"bold": True, "font_size": 11})
        bordered: dict[str, Any] = {"border": 1, "border_color": LINE, "font_size": SMALL}
        self.text = file.add_format(bordered)
        self.header = file.add_format(bordered | {"bold": True, "bg_color": GREY})
        self.number = file.add_format(bordered | {"align": "center"})
        self.hours = file.add_format(bordered | {"num_format": "0.00"})
        centred = bordered | {"align": "center"}
        self._days = {
            (is_weekend, is_week_end, is_bold): file.add_format(
                centred
                | ({"bg_color": WEEKEND} if is_weekend else {})
                | ({"right": 2, "right_color": LINE} if is_week_end else {})
                | ({"bold": True} if is_bold else {})
            )
            for is_weekend in (False, True)
            for is_week_end in (False, True)
            for is_bold in (False, True)
        }
        self.week = file.add_format(centred | {"bold": True, "bg_color": GREY, "right": 2})
        self.short = file.add_format({"bold": True, "font_color": SHORT})
        self.f1 = file.add_format({"font_color": FREE_DAY})
        self.fills = {kind: file.add_format({"bg_color": colour}) for kind, colour in FILLS.items()}

    def day(self, weekday: int, *, is_bold: bool = False) -> Any:
        """The format of a day's column (0 is Monday): weekends shaded, a line after Sunday."""
        return self._days[weekday in (SATURDAY, SUNDAY), weekday == SUNDAY, is_bold]
