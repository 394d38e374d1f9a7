"""What a person sees of a .docx or .xlsx, a line a paragraph or row: outline.py FILE

Read with python-docx's and openpyxl's own eyes, so that it is a second opinion on what was written.
"""
import sys

import docx
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl.utils import get_column_letter

STYLES = {'Body Text': 'Brödtext', 'List Bullet': 'Punktlista', 'Title': 'Rubrik', 'Subtitle': 'Underrubrik',
          'Caption': 'Beskrivning', 'Header': 'Sidhuvud', 'Footer': 'Sidfot', 'TOC Heading': 'Innehållsrubrik'}


def style_of(paragraph):
    """The style's name as Swedish Word shows it."""
    name = paragraph.style.name
    for english, swedish in (('Heading ', 'Rubrik '), ('toc ', 'Innehåll '), ('TOC ', 'Innehåll ')):
        if name.startswith(english) and name[len(english):].isdigit():
            return swedish + name[len(english):]
    return STYLES.get(name, name)


def visible(element):
    """The text of a paragraph with breaks and tabs written out; field codes left out."""
    text = ''
    for node in element.iter():
        kind = node.tag.rpartition('}')[2]
        if kind == 't' and node.tag.startswith('{http://schemas.openxmlformats.org/wordprocessingml'):
            text += node.text or ''
        elif kind in ('br', 'cr'):
            text += '↵'
        elif kind == 'tab' and node.getparent().tag.endswith('}r'):
            text += '→'
    return text.replace('\u00a0', '°')


def blocks(parent, element):
    """Paragraphs and tables in order, also those within content controls."""
    for child in element.iterchildren():
        kind = child.tag.rpartition('}')[2]
        if kind == 'p':
            yield Paragraph(child, parent)
        elif kind == 'tbl':
            yield Table(child, parent)
        elif kind in ('sdt', 'sdtContent'):
            yield from blocks(parent, child)


def block_lines(parent, element):
    lines = []
    for block in blocks(parent, element):
        if isinstance(block, Paragraph):
            lines.append(f'[{style_of(block)}] {visible(block._p)}'.rstrip())
            continue
        for row in block.rows:
            cells = [' ¶ '.join(visible(p._p) for p in cell.paragraphs) for cell in row.cells]
            lines.append('| ' + ' | '.join(cells) + ' |')
    return lines


def document_outline(path):
    document = docx.Document(path)
    lines = block_lines(document, document.element.body)
    seen = set()
    for section in document.sections:
        for name, part in (('första sidhuvud', section.first_page_header), ('sidhuvud', section.header),
                           ('första sidfot', section.first_page_footer), ('sidfot', section.footer)):
            texts = [] if part.is_linked_to_previous else block_lines(part, part._element)
            if any(line.partition('] ')[2].strip() for line in texts) and (name, *texts) not in seen:
                seen.add((name, *texts))
                lines += [f'== {name}', *texts]
    core = document.core_properties
    return lines + ['== egenskaper', f'titel: {core.title}', f'språk: {core.language}', f'författare: {core.author}']


def shown(value):
    if value is None:
        return ''
    if hasattr(value, 'isoformat'):
        return value.isoformat(sep=' ')[:16].removesuffix(' 00:00') if hasattr(value, 'hour') else value.isoformat()
    return str(value).replace('\n', '↵').replace('\u00a0', '°')


def sheet_lines(sheet):
    lines = [f'== blad {sheet.title}']
    for row in sheet.iter_rows():
        cells = [shown(cell.value) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            lines.append(f'{row[0].row}: ' + ' | '.join(cells))
    lines += [f'tabell {table.displayName} {table.ref}' for table in sheet.tables.values()]
    lines += [f'sammanfogat {area}' for area in sorted(map(str, sheet.merged_cells.ranges))]
    lines += [f'villkor {area.sqref}' for area in sheet.conditional_formatting]
    lines += [f'inmatning {check.type} {check.sqref}' for check in sheet.data_validations.dataValidation]
    if sheet.print_area:
        lines.append(f'utskrift {sheet.print_area}')
    return lines


def workbook_outline(path):
    book = openpyxl.load_workbook(path)
    lines = [line for sheet in book.worksheets for line in sheet_lines(sheet)]
    names = [(name.name, name.attr_text) for name in book.defined_names.definedName]
    lines += ['== namn'] + [f'{name} = {text}' for name, text in sorted(names)] if names else []
    return lines + ['== egenskaper', f'titel: {book.properties.title}']


def outline(path):
    """The outline of a file, one string."""
    lines = document_outline(path) if str(path).endswith('.docx') else workbook_outline(path)
    return '\n'.join(lines) + '\n'


if __name__ == '__main__':
    sys.stdout.write(outline(sys.argv[1]))
