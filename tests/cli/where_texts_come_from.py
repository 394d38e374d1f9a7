"""genomgang varifran: file, sheet and cell of a text, by the protocol beside the document."""
import os
import shutil

import docx
import openpyxl
from bench import expect_run, refusal

SAMPLE = 'forskolenamnden-2025'
REPORT = 'ut/Ledningens genomgång 2025 Förskolenämnden.docx'
PLAN = 'ut/Aktivitetsplan 2025–2027 Förskolenämnden.xlsx'
CHANGED = ('upplysning[PROT-102]: Dokumentet är ändrat sedan det skapades; svaret gäller texten som den var då.\n'
           f'  plats: {REPORT}\n')
HINT = 'Skriv en bit av ett stycke som det står i dokumentet; av planen går också blad!cell.'

# The document, the question, and the whole answer.
ANSWERS = (
    (REPORT, 'uppföljning av behörigheter',
     '1.5.1 Aktiviteter under år 2025 › Uppföljning av behörigheter: ”Uppföljning av behörigheter”\n'
     '  Aktiviteter 2025-2027.xlsx › Aktiviteter › B7 (Aktivitet)\n'),
    (REPORT, 'har 2 incidenter rapporterats',
     '1.3.6 Information om avvikelser (incidenter och andra händelser), stycke 1: ”Under 2024 har 2 incidenter '
     'rapporterats. Båda incidenterna…”\n'
     '  Grunduppgifter.xlsx › Uppgifter › B10 (Värde)\n'
     '  Incidenter 2024.xlsx › Incidenter › A5 (Incident-ID)\n'
     '  Incidenter 2024.xlsx › Incidenter › A6 (Incident-ID)\n'
     '  Incidenter 2024.xlsx › Incidenter › E5 (Anmäld till IMY)\n'
     '  Incidenter 2024.xlsx › Incidenter › E6 (Anmäld till IMY)\n'),
    (REPORT, 'Årlig rapport om',
     'dokumentets början, stycke 3: ”Årlig rapport om informationssäkerhet och dataskydd”\n'
     '  mallens egen text (ledningens-genomgang.docx)\n'),
    (PLAN, 'Aktivitetsplan!C7',
     'Aktivitetsplan › C7: ”Anvisningen uppdateras under 2025 så att processen blir…”\n'
     '  Aktiviteter 2025-2027.xlsx › Aktiviteter › E6 (Beskrivning)\n'),
    (PLAN, "'Tidslinje'!b8",
     'Tidslinje › B8: ”Uppföljning av behörigheter”\n'
     '  Aktiviteter 2025-2027.xlsx › Aktiviteter › B7 (Aktivitet)\n'),
    (PLAN, 'Aktivitetsplan!A5',
     'Aktivitetsplan › A5: ”Aktivitets-ID”\n  mallens egen text (aktivitetsplan.xlsx)\n'),
    # Counted by a formula, of the one row that it chose.
    (PLAN, 'Per ansvarig!B6',
     'Per ansvarig › B6: ”1”\n'
     '  räknas ur Aktivitetsplan › D17\n'
     '  Aktiviteter 2025-2027.xlsx › Aktiviteter › F16 (Ansvarig)\n'),
)
PLAN_CHANGED = ('upplysning[PROT-102]: Planen är ändrad sedan den skapades; raderna söks upp efter det som står i dem.\n'
                f'  plats: {PLAN}\n')


def made(bench):
    result = bench.run('skapa', bench.sample(SAMPLE), '--ut', 'ut')
    assert result.code == 0, result.err


def check_the_cells_of_a_text(bench):
    made(bench)
    for document, question, answer in ANSWERS:
        yield from (f'{question}: {fault}' for fault in expect_run(bench.run('varifran', document, question), 0, answer, ''))


def check_a_text_that_is_not_there(bench):
    made(bench)
    result = bench.run('varifran', REPORT, 'Den lokala anvisningen för informationsäkerhet ses över varje vecka')
    yield from expect_run(result, 2, '')
    wanted = refusal('PROT-103', 'Texten ”Den lokala anvisningen för informationsäkerhet ses över…” finns inte bland '
                     'det som fylldes i.', REPORT, HINT)
    if not result.err.startswith(wanted + 'Närmast är:\n1.5.1 Aktiviteter under år 2025 › Översyn av lokal anvisning'):
        yield f'standard fel {result.err!r}'
    yield from expect_run(bench.run('varifran', REPORT, ' '), 2, '',
                          'Skriv en bit av texten inom citattecken.\nHjälp: genomgang --hjalp\n')


def check_a_document_that_was_changed(bench):
    made(bench)
    document = docx.Document(bench.path(REPORT))
    document.add_paragraph('Tillagt av nämnden.')
    document.save(bench.path(REPORT))
    yield from expect_run(bench.run('varifran', REPORT, ANSWERS[0][1]), 0, ANSWERS[0][2], CHANGED)


def check_no_protocol_beside_the_document(bench):
    made(bench)
    os.mkdir(bench.path('annan'))
    shutil.copy(bench.path(REPORT), bench.path('annan', 'rapport.docx'))
    yield from expect_run(bench.run('varifran', 'annan/rapport.docx', 'x'), 5, '', refusal(
        'PROT-101', 'Bredvid dokumentet ligger inget granskningsprotokoll som gäller det.', 'annan/rapport.docx',
        'Lägg protokollet i samma mapp, eller skapa dokumenten på nytt.'))


def rearranged(bench):
    """The plan as somebody has worked in it: sorted the other way, one text rewritten, one row new."""
    book = openpyxl.load_workbook(bench.path(PLAN))
    sheet = book['Aktivitetsplan']
    first, last = 6, sheet.max_row
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first, max_row=last)][::-1]
    rows[-2][2] = 'Skrivet av nämnden.'
    rows[-3][:2] = ['A25-99', 'Ny aktivitet']
    for number, values in enumerate(rows, first):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column).value = value
    book.save(bench.path(PLAN))
    return last


def note(cell, sentence):
    return (f'upplysning[PROT-104]: {sentence}\n  plats: {PLAN} › Aktivitetsplan › {cell}\n'
            '  tips: Ska ändringen vara kvar i nästa plan, för in den i arbetsboken och skapa dokumenten på nytt.\n')


def check_a_plan_that_was_sorted_and_edited(bench):
    made(bench)
    last = rearranged(bench)
    yield from expect_run(
        bench.run('varifran', PLAN, f'Aktivitetsplan!B{last}'), 0,
        f'Aktivitetsplan › B{last}: ”Översyn av lokal anvisning för informationssäkerhet”\n'
        '  Aktiviteter 2025-2027.xlsx › Aktiviteter › B5 (Aktivitet)\n', PLAN_CHANGED)
    yield from expect_run(
        bench.run('varifran', PLAN, 'Skrivet av nämnden'), 0,
        f'Aktivitetsplan › C{last - 1}: ”Skrivet av nämnden.”\n'
        '  ändrad sedan planen skapades; då stod här ”Anvisningen uppdateras under 2025 så att processen blir…”, '
        'som kom från\n'
        '  Aktiviteter 2025-2027.xlsx › Aktiviteter › E6 (Beskrivning)\n',
        PLAN_CHANGED + note(f'C{last - 1}', 'Cellen är ändrad sedan planen skapades, så det som står där kommer inte ur '
                            'arbetsböckerna.'))
    yield from expect_run(
        bench.run('varifran', PLAN, f'Aktivitetsplan!B{last - 2}'), 0,
        f'Aktivitetsplan › B{last - 2}: ”Ny aktivitet”\n  raden eller kolumnen finns inte i protokollet\n',
        PLAN_CHANGED + note(f'B{last - 2}', 'Raden eller kolumnen är tillagd eller omskriven sedan planen skapades, så '
                            'ingen källa är säker.'))
    # The rows that a formula counted stand elsewhere now.
    yield from expect_run(
        bench.run('varifran', PLAN, 'Per ansvarig!B6'), 0,
        'Per ansvarig › B6: tom\n  räknas ur Aktivitetsplan\n'
        '  Aktiviteter 2025-2027.xlsx › Aktiviteter › F16 (Ansvarig)\n', PLAN_CHANGED)


def check_a_sheet_or_cell_that_is_not_there(bench):
    made(bench)
    yield from expect_run(bench.run('varifran', PLAN, 'Planen!A5'), 2, '', refusal(
        'PROT-105', 'Planen har inget blad som heter ”Planen”.', PLAN,
        'Planens blad är Aktivitetsplan, Översikt, Tidslinje, Per ansvarig, Spårbarhet och Listor.'))
    yield from expect_run(bench.run('varifran', PLAN, 'Aktivitetsplan!AZ400'), 2, '', refusal(
        'PROT-106', 'Cellen Aktivitetsplan!AZ400 är tom, och inget fylldes i där.', PLAN,
        'Fråga om en cell som det står något i.'))


def check_only_the_page_beside_the_document(bench):
    made(bench)
    os.remove(bench.path('ut', 'Granskningsprotokoll 2025 Förskolenämnden.xlsx'))
    yield from expect_run(bench.run('varifran', REPORT, 'x'), 5, '', refusal(
        'PROT-107', 'Bredvid dokumentet ligger protokollet bara som webbsida, och svaret hämtas ur arbetsboken.', REPORT,
        'Lägg ”Granskningsprotokoll 2025 Förskolenämnden.xlsx” i samma mapp, eller sök texten på webbsidan under rubriken '
        'Ursprung.'))
