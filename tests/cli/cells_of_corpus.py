"""`celler` over workbooks from elsewhere, held against what other readers make of them."""
import os
import subprocess
import sys

import openpyxl
from bench import CORPUS, JUDGE, Skip, expect_run

# The one file that falls short, and the cell: a date format that other readers do not take for one.
KNOWN_SHORT = ('xlsx/odd/sheetjs__wtf_path.xlsx', 'C3')


def check_cells_of_workbooks_of_others(bench):
    if not (os.path.isdir(CORPUS) and os.path.isfile(JUDGE)):
        raise Skip('shared/corpus eller shared/tools/judge.py finns inte bredvid projektet')
    done = subprocess.run([sys.executable, JUDGE, '--cmd', f'{bench.program} celler {{}}', '--ext', 'xl',
                           '--tsv', os.path.join(CORPUS, 'manifest.tsv'), '--cells', os.path.join(CORPUS, 'cells.tsv')],
                          capture_output=True, text=True)
    *short, summary = done.stdout.splitlines() or ['']
    for line in short:
        if not (KNOWN_SHORT[0] in line and f"'{KNOWN_SHORT[1]}'" in line and ' 1 of ' in line):
            yield line
    if len(short) != 1 or ' files, ' not in summary or int(summary.split()[0]) < 50:
        yield f'{len(short)} filer föll kort, väntat 1: {summary} {done.stderr[-300:]}'


def check_a_line_for_each_cell(bench):
    book = openpyxl.Workbook()
    book.active.title = 'Blad'
    book.active.append(['rad\ntab\t\\', 2.5, True])
    book.active.append([None, 7])
    book.active.merge_cells('B2:C2')
    book.save(bench.path('bok.xlsx'))
    yield from expect_run(bench.run('celler', 'bok.xlsx'), 0,
                          'Blad\tA1\ts\trad\\ntab\\t\\\\\nBlad\tB1\tn\t2.5\nBlad\tC1\tb\tTRUE\nBlad\tB2\tn\t7\n', '')


def check_full_standard_output_is_exit_5_and_said(bench):
    """Each refusal is a Swedish sentence on standard error, also when it is the output that cannot be written."""
    book = os.path.join(bench.sample('forskolenamnden-2025'), 'Grunduppgifter.xlsx')
    for words in (['celler', book], ['falt'], ['kontrollera', 'forskolenamnden-2025', '--json']):
        with open('/dev/full', 'w') as full:
            result = bench.run(*words, stdout=full)
        if result.code != 5 or not result.err.rstrip().endswith('.'):
            yield f'{words[0]}: slutkod {result.code}, standard fel {result.err!r}'
