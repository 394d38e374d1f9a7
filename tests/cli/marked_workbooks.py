"""kontrollera --markerad: copies of the workbooks with notes, marks and a sheet Granskning."""
import json
import os
import re
import zipfile

import openpyxl
from bench import changes, contents, expect_run
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.utils import range_boundaries
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

BROKEN = 'trasig'
OPEN_COPIES = 'Öppna kopiorna och börja på bladet Granskning. Dina egna filer är orörda.\n'
HELP = 'Hjälp: genomgang --hjalp\n'
# The parts that notes, marks and the sheet of findings touch.
TOUCHED = re.compile(r'\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/styles\.xml|'
                     r'xl/worksheets/(_rels/)?sheet\d+\.xml(\.rels)?|xl/comments/?\w*\.xml|xl/drawings/\w+\.vml')


def findings_of(bench, folder):
    return json.loads(bench.run('kontrollera', folder, '--json').out)['problems']


def marked_areas(sheet):
    """The cells that lie under a mark of the program's."""
    cells = set()
    for formatting in sheet.conditional_formatting:
        if any('Genomgång' in ''.join(rule.formula or []) for rule in formatting.rules):
            for area in str(formatting.sqref).split():
                left, top, right, bottom = range_boundaries(area)
                cells |= {sheet.cell(row, column).coordinate
                          for row in range(top, bottom + 1) for column in range(left, right + 1)}
    return cells


def look_of(cell):
    styles = (cell.font, cell.fill, cell.border, cell.alignment)
    return (cell.value, cell.data_type, cell.number_format, *map(repr, styles))


def differences(original, copy):
    """What of the original's sheets is not in the copy as it was, notes aside."""
    for sheet in original:
        other = copy[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if look_of(cell) != look_of(other[cell.coordinate]):
                    yield f'{sheet.title} {cell.coordinate} är inte som den var'
        if sheet.merged_cells.ranges != other.merged_cells.ranges or sheet.freeze_panes != other.freeze_panes:
            yield f'{sheet.title} har andra sammanslagningar eller låsta rutor'
        if len(sheet.data_validations.dataValidation) != len(other.data_validations.dataValidation):
            yield f'{sheet.title} har andra listor'


def check_each_cell_in_question_has_a_note_a_mark_and_a_row(bench):
    bench.sample(BROKEN)
    before = contents(bench.path(BROKEN))
    findings = findings_of(bench, BROKEN)
    result = bench.run('kontrollera', '--markerad', BROKEN)
    yield from expect_run(result, 3)
    if not result.err.endswith(OPEN_COPIES):
        yield result.err[-200:]
    files = sorted({finding['file'] for finding in findings if finding['cell']})
    if result.out.splitlines() != [f'{BROKEN}/granskad/Granskad {file}' for file in files]:
        yield result.out
    after = {name: data for name, data in contents(bench.path(BROKEN)).items() if not name.startswith('granskad')}
    yield from changes(before, after)
    for file in files:
        copy = openpyxl.load_workbook(bench.path(BROKEN, 'granskad', f'Granskad {file}'))
        yield from differences(openpyxl.load_workbook(bench.path(BROKEN, file)), copy)
        review = copy.worksheets[0]
        if review.title != 'Granskning' or review['A1'].value != f'Granskning av {file}':
            yield f'{file}: första bladet är {review.title} med {review["A1"].value}'
        rows = {(row[1].value, row[2].value, row[4].value): row for row in review.iter_rows(min_row=6)}
        for finding in findings:
            if finding['file'] != file or not finding['cell']:
                continue
            sheet = copy[finding['sheet']]
            note = sheet[finding['cell']].comment
            if note is None or finding['message'] not in note.text or finding['hint'] not in note.text:
                yield f'{file} {finding["cell"]}: anteckningen är {note and note.text}'
            if finding['cell'] not in marked_areas(sheet):
                yield f'{file} {finding["cell"]} är inte markerad'
            row = rows.get((finding['sheet'], finding['cell'], finding['message']))
            if row is None:
                yield f'{file}: Granskning har ingen rad om {finding["cell"]}'
            elif row[2].hyperlink.location != f"'{finding['sheet']}'!{finding['cell']}":
                yield f'{file}: raden om {finding["cell"]} leder till {row[2].hyperlink.location}'


def check_a_copy_is_read_as_the_original_was(bench):
    """Whoever goes on in the copies meets the same findings, and marking them anew adds nothing."""
    bench.sample(BROKEN)
    bench.run('kontrollera', '--markerad', BROKEN, '--ut', 'kopior')
    marked = {name.removeprefix('Granskad ') for name in contents(bench.path('kopior'))}
    for name, data in contents(bench.path(BROKEN)).items():
        if name not in marked:
            with open(bench.path('kopior', name), 'wb') as file:
                file.write(data)
    def seen(folder):
        return sorted((f['code'], (f['sheet'] or ''), (f['cell'] or ''), f['message']) for f in findings_of(bench, folder))
    if seen('kopior') != seen(BROKEN):
        yield f'{seen("kopior")} i stället för {seen(BROKEN)}'
    bench.run('kontrollera', '--markerad', 'kopior', '--ut', 'igen')
    for name in contents(bench.path('igen')):
        with zipfile.ZipFile(bench.path('kopior', name)) as first, zipfile.ZipFile(bench.path('igen', name)) as second:
            if sorted(first.namelist()) != sorted(second.namelist()):
                yield f'{name}: {set(first.namelist()) ^ set(second.namelist())}'
            for part in first.namelist():
                # A note may name a place in another workbook, which is a copy the second time.
                notes = [copy.read(part).replace('Granskad '.encode(), b'') for copy in (first, second)]
                if part.startswith('xl/comments') and notes[0] != notes[1]:
                    yield f'{name}: {part} är inte som den var'


def rich_workbook(path):
    """A workbook with what people put in theirs: a chart, colours that depend on values, names, notes, lists."""
    book = openpyxl.load_workbook(path)
    sheet = book['VoR']
    sheet['B5'].comment = Comment('Fråga Bo', 'Anna')
    sheet.conditional_formatting.add('F5:F40', CellIsRule(operator='greaterThan', formula=['9'],
                                                          fill=PatternFill(bgColor='FFC7CE')))
    choices = DataValidation(type='list', formula1='"1,2,3,4,5"')
    choices.add('D5:D40')
    sheet.add_data_validation(choices)
    other = book.create_sheet('Diagram')
    for row in ((1, 2), (3, 4)):
        other.append(row)
    chart = BarChart()
    chart.add_data(Reference(other, min_col=1, min_row=1, max_row=2))
    other.add_chart(chart, 'D2')
    other.sheet_state = 'hidden'
    book.defined_names.append(DefinedName('Skala', attr_text='Diagram!$A$1:$A$2'))
    sheet.print_title_rows = '4:4'
    book.save(path)


def check_everything_else_in_the_workbook_is_kept(bench):
    bench.sample(BROKEN)
    name = 'VoR 2025.xlsx'
    rich_workbook(bench.path(BROKEN, name))
    bench.run('kontrollera', '--markerad', BROKEN)
    original, copy = bench.path(BROKEN, name), bench.path(BROKEN, 'granskad', f'Granskad {name}')
    with zipfile.ZipFile(original) as before, zipfile.ZipFile(copy) as after:
        for part in before.namelist():
            if part not in after.namelist():
                yield f'{part} är borta'
            elif not TOUCHED.fullmatch(part) and before.read(part) != after.read(part):
                yield f'{part} har ändrats'
    first, second = openpyxl.load_workbook(original), openpyxl.load_workbook(copy)
    yield from differences(first, second)
    sheet = second['VoR']
    if 'Fråga Bo' not in sheet['B5'].comment.text:
        yield f'anteckningen är {sheet["B5"].comment.text}'
    if sheet.print_title_rows != first['VoR'].print_title_rows or 'Skala' not in second.defined_names:
        yield f'namnen är {list(second.defined_names)}, {sheet.print_title_rows}'
    if [one.title for one in second.worksheets if one.sheet_view.tabSelected] != ['Granskning']:
        yield 'fler blad än Granskning är valda'
    rules = [(str(area.sqref), rule.priority) for area in sheet.conditional_formatting for rule in area.rules]
    if [priority for area, priority in rules if area == 'F5:F40'] != [2]:
        yield f'reglerna är {rules}'


def check_copies_are_never_written_over_unasked(bench):
    bench.sample(BROKEN)
    bench.run('kontrollera', BROKEN, '--markerad')
    before = contents(bench.scratch)
    again = bench.run('kontrollera', BROKEN, '--markerad')
    yield from expect_run(again, 5, '')
    if 'finns redan och skrivs inte över.' not in again.err:
        yield again.err
    yield from changes(before, contents(bench.scratch))
    yield from expect_run(bench.run('kontrollera', BROKEN, '--markerad', '--skriv-over'), 3)
    yield from changes(before, contents(bench.scratch))


def check_copies_do_not_lie_among_the_originals(bench):
    bench.sample(BROKEN)
    before = contents(bench.scratch)
    yield from expect_run(
        bench.run('kontrollera', BROKEN, '--markerad', '--ut', os.path.join(BROKEN, '.')), 2, '',
        'Kopiorna kan inte ligga bland arbetsböckerna, för då läses de också. Välj en annan mapp med --ut.\n' + HELP)
    yield from expect_run(bench.run('kontrollera', BROKEN, '--ut', 'x'), 2, '',
                          '--ut gäller kopiorna: skriv också --markerad.\n' + HELP)
    yield from changes(before, contents(bench.scratch))
