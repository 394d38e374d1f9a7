"""Tags put into an .xlsx that somebody else made, and what must come of them."""
import re
import zipfile

import openpyxl
from lxml import etree
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import TokenizerError

from tagged_documents import parts_of, related

S = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
ENDINGS = ('.xlsx', '.xltx')
# A tag below everything; a list at the top, so that every row of the first sheet moves down.
CHANGES = ('tagg', 'lista')
REFERENCE = re.compile(r'(\$?\b[A-Z]{1,3}\$?)(\d+)\b')
ROWS = re.compile(r'(\$?)(\d+):(\$?)(\d+)$')
MARKER_ROWS = 3  # för varje, the row itself, slut
LAST_ROW = 1048576


def sheets_of(parts):
    """The part and the name of each worksheet, in order."""
    book = etree.fromstring(parts['xl/workbook.xml'])
    links = {node.get('Id'): node for node in etree.fromstring(parts['xl/_rels/workbook.xml.rels'])}
    for node in book.iter(S + 'sheet'):
        link = links[next(value for key, value in node.attrib.items() if key.endswith('}id'))]
        if link.get('Type').endswith('/worksheet'):
            yield 'xl/' + link.get('Target').replace('/xl/', ''), node.get('name')


def row_element(number, ref, text):
    row = etree.Element(S + 'row', r=str(number))
    cell = etree.SubElement(row, S + 'c', r=ref, t='inlineStr')
    etree.SubElement(etree.SubElement(cell, S + 'is'), S + 't').text = text
    return row


def down(number, shift):
    """A row's number, as text; what reaches to the last row goes on doing so."""
    return str(number if number == LAST_ROW else min(number + shift, LAST_ROW))


def cells_moved(text, shift):
    if match := ROWS.match(text):
        return match[1] + down(int(match[2]), shift) + ':' + match[3] + down(int(match[4]), shift)
    return REFERENCE.sub(lambda m: m[1] + down(int(m[2]), shift), text)


def moved(formula, own, sheet, shift):
    """A formula that stands in the sheet `own`, with its references to `sheet` moved; texts and other sheets stay."""
    text = ''
    try:
        tokens = Tokenizer('=' + formula).items
    except TokenizerError:
        return formula  # a link to another program
    for token in tokens:
        value = token.value
        if token.type == 'OPERAND' and token.subtype == 'RANGE' and '[' not in value:
            prefix, mark, cells = value.rpartition('!')
            if (prefix.strip("'").replace("''", "'") or own) == sheet:
                value = prefix + mark + cells_moved(cells, shift)
        text += value
    return text


def move_rows(tree, sheet):
    """Moves every row of the sheet's XML down, as a person would who makes room for the list in Excel."""
    for node in tree.iter():
        if node.tag == S + 'row':
            node.set('r', down(int(node.get('r')), MARKER_ROWS))
        for name in ('ref', 'sqref', 'topLeftCell', 'activeCell'):
            if node.get(name):
                node.set(name, ' '.join(cells_moved(area, MARKER_ROWS) for area in node.get(name).split()))
        if node.tag == S + 'c':
            node.set('r', cells_moved(node.get('r'), MARKER_ROWS))


def move_formulas(tree, own, sheet):
    for node in tree.iter(S + 'f', S + 'formula', S + 'formula1', S + 'formula2', S + 'definedName'):
        if node.text and not node.text.startswith('{'):
            node.text = moved(node.text, own, sheet, MARKER_ROWS)


def put_list(parts, name, title):
    for part, own in list(sheets_of(parts)):
        tree = etree.fromstring(parts[part])
        if part == name:
            move_rows(tree, title)
        move_formulas(tree, own, title)
        parts[part] = etree.tostring(tree, xml_declaration=True, encoding='UTF-8', standalone=True)
    book = etree.fromstring(parts['xl/workbook.xml'])
    move_formulas(book, None, title)
    parts['xl/workbook.xml'] = etree.tostring(book, xml_declaration=True, encoding='UTF-8', standalone=True)
    tree = etree.fromstring(parts[name])
    data = tree.find(S + 'sheetData')
    for number, text in enumerate(('{{för varje rad i Rader}}', '{{rad.Namn}}', '{{slut}}'), 1):
        data.insert(number - 1, row_element(number, f'A{number}', text))
    return tree


def reason_against(parts):
    if 'xl/workbook.xml' not in parts or etree.fromstring(parts['xl/workbook.xml']).tag != S + 'workbook':
        return 'Strict Open XML eller annan huvuddel'
    name = next(sheets_of(parts), (None, None))[0]
    data = etree.fromstring(parts[name]).find(S + 'sheetData') if name in parts else None
    if data is None or any(node.get('r') is None for node in data.iter(S + 'row', S + 'c')):
        return 'inget kalkylblad, eller rader utan nummer'
    return None


def put_tags(path, target, change):
    parts = parts_of(path)
    reason = reason_against(parts)
    if reason:
        return reason
    name, title = next(sheets_of(parts))
    if change == 'tagg':
        tree = etree.fromstring(parts[name])
        data = tree.find(S + 'sheetData')
        number = max([int(row.get('r')) for row in data.iter(S + 'row')] or [0]) + 2
        data.append(row_element(number, f'B{number}', '{{Titel}}'))
    elif list(related(parts, name, 'table')) or list(related(parts, name, 'pivotTable')):
        return 'tabellen skulle behöva flyttas för hand'
    else:
        tree = put_list(parts, name, title)
    parts[name] = etree.tostring(tree, xml_declaration=True, encoding='UTF-8', standalone=True)
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
        for part, data_bytes in parts.items():
            archive.writestr(part, data_bytes)
    return None


def content(value):
    return value.text if hasattr(value, 'text') else value


def expected_of(value, own, title, shift):
    is_formula = isinstance(value, str) and value.startswith('=') and len(value) > 1
    return '=' + moved(value[1:], own, title, shift) if is_formula else value


def comparable(value):
    """Case and blanks of a formula are of no account."""
    text = str(value)
    return ''.join(text.split()).upper() if text.startswith('=') else text


def cell_faults(sheet, other, title, shift):
    lower = shift if sheet.title == title else 0
    for row in sheet.iter_rows():
        for cell in row:
            was = content(cell.value)
            if was is None:
                continue
            became = content(other.cell(cell.row + lower, cell.column).value)
            expected = expected_of(was, sheet.title, title, shift)
            if comparable(became) != comparable(expected):
                yield f'{sheet.title}!{cell.coordinate} är {became!r}, väntat {expected!r}'
    merged = sorted(cells_moved(str(area), lower) for area in sheet.merged_cells.ranges)
    if merged != sorted(str(area) for area in other.merged_cells.ranges):
        yield f'{sheet.title}: sammanfogade celler {sorted(map(str, other.merged_cells.ranges))[:5]}, väntat {merged[:5]}'


def faults(original, result, change, data):
    before, after = (openpyxl.load_workbook(path) for path in (original, result))
    title = next(sheets_of(parts_of(original)))[1]
    shift = len(data['Rader']) if change == 'lista' else 0
    if before.sheetnames != after.sheetnames:
        yield f'bladen heter {after.sheetnames}'
    for sheet in before.worksheets:
        yield from cell_faults(sheet, after[sheet.title], title, shift)
    wanted = [data['Titel']] if change == 'tagg' else [row['Namn'] for row in data['Rader']]
    shown = [cell.value for row in after[title].iter_rows() for cell in row]
    if change == 'lista':
        shown = shown and [row[0].value for row in after[title].iter_rows(min_row=1, max_row=shift)]
    if not all(text in shown for text in wanted):
        yield f'{wanted} syns inte: {shown[:5]}'
