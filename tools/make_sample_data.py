#!/usr/bin/env python3
"""Makes the sample folders of Excel workbooks and their README.

Usage: make_sample_data.py [OUTPUT_FOLDER]   (default: sample-data beside the folder tools)

Needs openpyxl. The same input gives the same bytes, so a changed file means changed content.
"""

import sys
from pathlib import Path

from sample_data import ekdalen, exporter, forskolenamnden, trasig
from sample_data.export_writer import write_export
from sample_data.writer import write_workbook

FOLDERS = [forskolenamnden, ekdalen, trasig]
TEXTS_IN_CELLS = {ekdalen.FOLDER}  # the others have a table of shared strings, as Excel saves them

README = """\
# Exempeldata

Mappar med Excelböcker som programmet Genomgång kan läsa.
De är gjorda med `tools/make_sample_data.py`; ändra där och inte i böckerna.

| Mapp | Innehåll |
|---|---|
| `{forskolenamnden}` | Återger fakta ur en verklig rapport, förskolenämnden 2025, med egna ord. Uppföljningsår 2024, plan 2025–2027. Inga kontroller i IKP och inga revisioner. |
| `{forskolenamnden}-plan` | Aktivitetsplanen för 2025–2027 så som de ansvariga hade fyllt i den i december 2025. |
| `forskolenamnden-2026` | Nästa år, öppnat från de två ovan med `genomgang ny forskolenamnden-2026 --fran forskolenamnden-2025 --plan …` och sedan ifyllt. Visar tidigare aktiviteter med status, och risker som är nya, höjda, sänkta och borta. Allt nytt är påhittat. Gjord med `tools/make_next_year_sample.py`. |
| `{ekdalen}` | En påhittad nämnd där alla blad används och alla avsnitt som går att slå på är på. Uppföljningsår 2025, plan för ett år. Flera blad i samma bok, år i bladens namn, IKP för två år på ett blad. |
| `exporter/…` | Tre mappar där VoR och IKP ligger som andra system lägger ut dem: grupperade på process, som utskrift, och som en kommuns eget riskregister. Risker och kontroller är desamma; allt är påhittat. |
| `{trasig}` | En liten mapp med misstag som brukar förekomma. Varje misstag står en gång, på platsen i tabellen nedan. |

Riskvärden, namn på personer, diarienummer, kontaktuppgifter, datum, timmar och kostnader är **fiktiva** i alla mappar.
Det gäller också beskrivningarna av enskilda incidenter.
I `{forskolenamnden}` är tre saker satta av oss därför att rapporten inte anger dem: Förvaltningschef som ansvarig
för utbildningen av chefer och ledning, nivå och år för DSO:s rekommendationer, och aktiviteternas status.

De två första mapparna och de tre i `exporter` ska gå igenom `genomgang kontrollera` utan fel. Varningar kan finnas:
- `{forskolenamnden}`: två snarlika händelser om behörigheter (R8), området Riskhantering saknar aktivitet (R9),
  och behörigheter ska granskas ”minst årligen” men aktiviteten finns bara 2025 (R10).
- `forskolenamnden-2026`: samma två händelser om behörigheter (R8).
- `{ekdalen}`: en anmälan till IMY kom efter 72 timmar (R15). Bladet *Kom ihåg* är okänt för programmet.

## Misstagen i `{trasig}`

Regel ”typ” betyder att värdet inte passar kolumnens typ.

| Fil | Blad | Cell | Vad som är fel | Regel |
|---|---|---|---|---|
"""


def main() -> int:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "sample-data"
    mistakes = []
    for folder in FOLDERS:
        for name, sheets in folder.workbooks().items():
            found = write_workbook(output / folder.FOLDER / name, sheets, folder.FOLDER not in TEXTS_IN_CELLS)
            mistakes += [(name, *mistake) for mistake in found]
    for folder, (forms, exports) in exporter.FOLDERS.items():
        for name, sheets in forms.items():
            write_workbook(output / folder / name, sheets, True)
        for name, sheets in exports.items():
            write_export(output / folder / name, sheets)
    names = {module.__name__.rpartition(".")[2]: module.FOLDER for module in FOLDERS}
    table = "".join(f"| {' | '.join(mistake)} |\n" for mistake in mistakes)
    (output / "README.md").write_text(README.format(**names) + table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
