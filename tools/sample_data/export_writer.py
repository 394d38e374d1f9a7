"""Writes workbooks as other systems export them: titles, filters, groups, merged cells, legends, colours."""

import math
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from .writer import CREATOR, FIXED_TIME, GRID, _finish

HEADER = {"font": Font(name="Arial", size=10, bold=True, color="FFFFFF"), "fill": PatternFill("solid", fgColor="1F4E79")}
GROUP = {"font": Font(name="Arial", size=11, bold=True), "fill": PatternFill("solid", fgColor="DDEBF7")}
TITLE = {"font": Font(name="Arial", size=16, bold=True)}
SMALL = {"font": Font(name="Arial", size=9, italic=True, color="595959")}
BODY = {"font": Font(name="Arial", size=10)}
LABEL = {"font": Font(name="Arial", size=10, bold=True)}
LEVELS = {"Hög": "F4B183", "Medel": "FFE699", "Låg": "C6E0B4"}


@dataclass
class Line:
    """One row: its values, its look, how many columns its first cell is merged over, and what is merged down."""

    values: list
    look: dict = field(default_factory=lambda: BODY)
    across: int = 1


@dataclass
class Export:
    """One sheet as exported, with cells merged down as ranges and columns that nobody is meant to see."""

    name: str
    lines: list
    widths: list
    merged: list = field(default_factory=list)
    hidden: list = field(default_factory=list)


def write_export(path: Path, exports: list, shared_strings: bool = True):
    book = Workbook()
    book.remove(book.active)
    for export in exports:
        _write_sheet(book.create_sheet(export.name), export)
    book.properties.creator = CREATOR
    book.properties.title = path.stem
    book.properties.created = FIXED_TIME
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    _finish(path, [{} for _ in exports], shared_strings)


def _write_sheet(target, export: Export):
    for column, width in enumerate(export.widths, start=1):
        target.column_dimensions[get_column_letter(column)].width = width
    for column in export.hidden:
        target.column_dimensions[column].hidden = True
    for number, line in enumerate(export.lines, start=1):
        for column, value in enumerate(line.values, start=1):
            if value is None:
                continue
            cell = target.cell(row=number, column=column, value=value)
            cell.font = line.look["font"]
            if "fill" in line.look:
                cell.fill = line.look["fill"]
            elif isinstance(value, str) and (level := value.rpartition("(")[2].strip(") ")) in LEVELS:
                cell.fill = PatternFill("solid", fgColor=LEVELS[level])
            if line.look in (BODY, HEADER):
                cell.border = GRID
            cell.alignment = Alignment(wrap_text=len(line.values) > 1, vertical="top")
        if line.across > 1:
            target.merge_cells(start_row=number, start_column=1, end_row=number, end_column=line.across)
        target.row_dimensions[number].height = _height(line, export.widths)
    for cells in export.merged:
        target.merge_cells(cells)
    target.page_setup.orientation = "landscape"
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _height(line: Line, widths: list) -> int:
    """Points for the lines that the longest text of the row wraps to."""
    if line.look is TITLE:
        return 24
    texts = [] if line.across > 1 else list(zip(line.values, widths))
    lines = max((math.ceil(len(text) / max(width - 2, 4)) for text, width in texts if isinstance(text, str)), default=1)
    return 15 * max(lines, 1) + 2
