"""What a person sees of a workbook, a line a row, then what is bound to its cells.

5: Aktivitet | 2025 | '2025 | 2025-12-31 | =SUM(B6:B9) | =B5*2 ×4 | 12.5 {0.0} | JA
'x is a text that looks like another kind of value, ×4 a formula filled to the right into four cells, {…} the number's
format, ↵ line break, → tab, ° hard blank
"""
import datetime
import re

import openpyxl
from openpyxl.formula.translate import Translator

LOOKS_LIKE_OTHER = re.compile(r'[=+\-@\'].*|-?\d+([.,]\d+)?( ?%)?|\d{4}-\d\d-\d\d|JA|NEJ', re.S)
PLAIN_FORMATS = ('General', '@', '0')
ESCAPED = re.compile(r'_x([0-9A-Fa-f]{4})_')
SHOWN = str.maketrans({'\n': '↵', '\t': '→', '\r': '␍', '\u00a0': '°'})


def shown_number(cell):
    """A number, with its format where that is unusual."""
    text = repr(cell.value).removesuffix('.0')
    return text if cell.number_format in PLAIN_FORMATS else f'{text} {{{cell.number_format}}}'


def shown(cell):
    """The cell's value, so that values of different kinds look different."""
    value = cell.value
    if value is None:
        return ''
    if cell.data_type == 'f':
        return getattr(value, 'text', value)
    if isinstance(value, bool):
        return 'JA' if value else 'NEJ'
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=' ')[:16].removesuffix(' 00:00')
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return shown_number(cell)
    text = ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
    quote = "'" if cell.data_type == 's' and LOOKS_LIKE_OTHER.fullmatch(text) else ''
    return quote + text.translate(SHOWN)


def row_texts(row):
    """The cells' texts; a formula filled to the right is shown once."""
    texts, source, times = [], None, 0
    for cell in row:
        text = shown(cell)
        if source is not None and cell.data_type == 'f' and copied(source, cell) == text:
            times += 1
            texts[-1] = f'{shown(source)} ×{times}'
            continue
        source, times = (cell, 1) if cell.data_type == 'f' else (None, 0)
        texts.append(text)
    while texts and not texts[-1]:
        texts.pop()
    return texts


def copied(source, cell):
    """The formula that a copy of the source's would be in the cell."""
    return Translator(shown(source), source.coordinate).translate_formula(cell.coordinate)


def row_lines(sheet):
    """A line for each row with content."""
    for row in sheet.iter_rows():
        if texts := row_texts(row):
            dimension = sheet.row_dimensions.get(row[0].row)
            hidden = ' (dold)' if dimension is not None and dimension.hidden else ''
            yield f'{row[0].row}{hidden}: ' + ' | '.join(texts)


def format_lines(sheet):
    """Conditional formats and choices of the cells."""
    for area in sheet.conditional_formatting:
        rules = [' '.join(filter(None, [rule.type, rule.operator, '; '.join(rule.formula)])) for rule in area.rules]
        yield f'villkor {area.sqref}: ' + ' · '.join(rules)
    for check in sheet.data_validations.dataValidation:
        limits = [str(limit) for limit in (check.formula1, check.formula2) if limit is not None]
        yield f'inmatning {check.sqref}: {check.type} {" till ".join(limits)}'


def page_lines(sheet):
    """What shows when the sheet is looked at or printed."""
    if sheet.freeze_panes:
        yield f'låst vid {sheet.freeze_panes}'
    if sheet.print_area:
        yield f'utskrift {sheet.print_area}, överst {sheet.print_title_rows or "–"}'
    for name, place in (('sidhuvud', sheet.oddHeader), ('sidfot', sheet.oddFooter)):
        texts = [part.text or '' for part in (place.left, place.center, place.right)]
        if any(texts):
            yield f'{name} ' + ' | '.join(texts)


def sheet_lines(sheet):
    """The sheet's rows and what is bound to them."""
    hidden = '' if sheet.sheet_state == 'visible' else ' (dolt)'
    lines = [f'== blad {sheet.title}{hidden}', *row_lines(sheet)]
    for table in sheet.tables.values():
        totals = f', summarader {table.totalsRowCount}' if table.totalsRowCount else ''
        filtered = f', filter {table.autoFilter.ref}' if table.autoFilter else ''
        lines.append(f'tabell {table.displayName} {table.ref}{filtered}{totals}')
    if sheet.auto_filter.ref:
        lines.append(f'filter {sheet.auto_filter.ref}')
    lines += [f'sammanfogat {area}' for area in sorted(map(str, sheet.merged_cells.ranges))]
    lines += [f'länk {cell.coordinate}: {cell.hyperlink.target or "#" + str(cell.hyperlink.location)}'
              for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    return [*lines, *format_lines(sheet), *page_lines(sheet)]


def defined_names(book):
    """The book's names with what they stand for; openpyxl 3.0 has them in a list, later ones in a dict."""
    names = book.defined_names
    found = names.definedName if hasattr(names, 'definedName') else names.values()
    return sorted((name.name, name.attr_text) for name in found)


def workbook_outline(path):
    """The lines of a whole workbook."""
    book = openpyxl.load_workbook(path)
    lines = [line for sheet in book.worksheets for line in sheet_lines(sheet)]
    names = defined_names(book)
    lines += ['== namn'] + [f'{name} = {text}' for name, text in names] if names else []
    return lines + ['== egenskaper', f'titel: {book.properties.title}']
