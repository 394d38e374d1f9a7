#!/usr/bin/env python3
"""Write templates/granskningsprotokoll.xlsx, the template of the protocol that every run leaves."""
import datetime
import io
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from openpyxl import Workbook
from openpyxl.utils.indexed_list import IndexedList

from make_plan_template import CUSTOM, fixed_parts
from templates_src import plan_sheets, protocol_sheets
from templates_src.package import FIXED_STAMP, write_package


def build():
    wb = Workbook()
    wb._fonts = IndexedList([plan_sheets.font(10)])     # font 0 is the book's own
    wb._named_styles["Normal"].font = plan_sheets.font(10)
    protocol_sheets.build_sheets(wb)
    about = wb.properties
    about.title = "Granskningsprotokoll {{Rapportår}} {{Nämnd rubrikform}}"
    about.subject = "Vad som lästes, var varje rad står och vad som anmärktes"
    about.creator = about.lastModifiedBy = "{{Förvaltning}}"
    about.language = "sv-SE"
    about.created = datetime.datetime.fromisoformat(FIXED_STAMP.rstrip("Z"))
    return wb


def main():
    target = pathlib.Path(__file__).resolve().parent.parent / "templates"
    buffer = io.BytesIO()
    build().save(buffer)
    mark = CUSTOM.replace("aktivitetsplan {{Rapportår}}", "granskningsprotokoll {{Rapportår}}")
    write_package(target / "granskningsprotokoll.xlsx", fixed_parts(buffer.getvalue(), mark))


if __name__ == "__main__":
    main()
