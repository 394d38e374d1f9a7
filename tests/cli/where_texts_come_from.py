"""genomgang varifran: file, sheet and cell of a text, by the protocol beside the document."""
import os
import shutil

import docx
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
     '  Incidenter 2024.xlsx › Incidenter › A6 (Incident-ID)\n'),
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
)


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
