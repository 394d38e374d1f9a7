"""Writes a folder of workbooks of any size for timing: make_workbooks.py RISKS ACTIVITIES FOLDER."""
import os
import sys

from openpyxl import Workbook

YEAR = 2025
ROLES = ['ISAM', 'DSO', 'Enhetschef', 'Systemägare']
AREAS = ['Behörigheter', 'Incidenthantering', 'Upphandling', 'Utbildning', 'Ärendehantering', 'Åtkomst']


def sheet(book, name, headings, rows):
    page = book.create_sheet(name)
    page.append(headings)
    for row in rows:
        page.append(row)


def basics(folder):
    book = Workbook()
    book.remove(book.active)
    facts = [('Nämnd', 'provnämnden'), ('Förvaltning', 'Provförvaltningen'),
             ('Förvaltningschef, titel', 'förvaltningschefen'), ('Rapportår', YEAR), ('Uppföljningsår', YEAR - 1),
             ('Planperiod, första år', YEAR), ('Planperiod, sista år', YEAR + 2)]
    sheet(book, 'Uppgifter', ['Fält', 'Värde'], facts)
    sheet(book, 'Roller', ['Roll', 'Fullständig benämning'], [(role, role) for role in ROLES])
    blocks = ['prioriterat', 'faktorer', 'uppföljningsmetod']
    sheet(book, 'Textblock', ['Nyckel', 'Text', 'Rapportår', 'Granskad datum'],
          [(key, f'Ett stycke om {key} & <annat>.', YEAR, '2025-09-01') for key in blocks])
    book.save(os.path.join(folder, 'Grunduppgifter.xlsx'))


def risks(folder, count):
    headings = ['VoR-ID', 'Process', 'Område', 'Oönskad händelse', 'Orsak', 'Sannolikhet', 'Konsekvens',
                'Befintliga kontroller', 'Hantering', 'Riskägare']
    book = Workbook(write_only=True)
    rows = [(f'V25-{i:05}', f'Process {i % 40}', AREAS[i % len(AREAS)] + f' {i % 97}',
             f'Händelse {i * 7919 % 104729} gör att uppgift {i * 31 % 9973} når fel mottagare i system {i}.',
             'På grund av bristande rutiner & <otydliga> roller.', 1 + i % 5, 1 + i * 3 % 5,
             'Chef granskar vid avslut.', 'Åtgärd', ROLES[i % 4]) for i in range(1, count + 1)]
    sheet(book, 'VoR', headings, rows)
    book.save(os.path.join(folder, f'VoR {YEAR}.xlsx'))


def activities(folder, count, risk_count):
    headings = ['Aktivitets-ID', 'Aktivitet', 'Startår', 'Slutår', 'Beskrivning', 'Ansvarig', 'Ansvarstyp',
                'Start', 'Klart senast', 'Prioritet', 'Källa', 'VoR-ID', 'Status']
    book = Workbook(write_only=True)
    rows = []
    for i in range(1, count + 1):
        year = YEAR + i % 3
        # Every risk is met by some activity, however few there are.
        met = '; '.join(f'V25-{risk:05}' for risk in range(i, risk_count + 1, count))
        rows.append((f'A25-{i:05}', f'Aktivitet {i} inom {AREAS[i % len(AREAS)]}', year, year,
                     f'En beskrivning av vad som ska göras i aktivitet {i}.\n\nÄven ett andra stycke med å, ä och ö.',
                     ROLES[i % 4], 'Genomförs', f'{year}-02-01', f'{year}-11-30', '2 Medel', 'VoR', met,
                     'Ej påbörjad'))
    sheet(book, 'Aktiviteter', headings, rows)
    book.save(os.path.join(folder, f'Aktiviteter {YEAR}-{YEAR + 2}.xlsx'))


def main():
    risk_count, activity_count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    basics(folder)
    risks(folder, risk_count)
    activities(folder, activity_count, risk_count)


if __name__ == '__main__':
    main()
