"""What a person sees of a Word document, a line a paragraph or table row.

[Rubrik 3] 1.3.6 Information om avvikelser    the style as Swedish Word shows it, the number, the text
|= Aktivitet | Ansvarig |                     a header row; other rows begin with |
↵ line break, → tab, ° hard blank, ⤓ page break, ¶ the cell's next paragraph, **bold**, [text](address),
‹gult: …› highlighted, [bild: alternative text], [not 2] a footnote's mark, (×2) columns, (^) cell joined to that above
"""
import re

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

STYLES = {'Body Text': 'Brödtext', 'List Bullet': 'Punktlista', 'List Number': 'Numrerad lista', 'Title': 'Rubrik',
          'Subtitle': 'Underrubrik', 'Caption': 'Beskrivning', 'Header': 'Sidhuvud', 'Footer': 'Sidfot',
          'TOC Heading': 'Innehållsrubrik', 'Quote': 'Citat', 'List Paragraph': 'Liststycke'}
SECTIONS = (('första sidhuvud', 'first_page_header'), ('sidhuvud', 'header'),
            ('första sidfot', 'first_page_footer'), ('sidfot', 'footer'))
NOTES = '/footnotes'


def style_of(paragraph):
    """The style's name as Swedish Word shows it."""
    name = paragraph.style.name
    for english, swedish in (('Heading ', 'Rubrik '), ('toc ', 'Innehåll '), ('TOC ', 'Innehåll ')):
        if name.startswith(english) and name[len(english):].isdigit():
            return swedish + name[len(english):]
    return STYLES.get(name, name)


def value(node, name, otherwise=None):
    """The w:val of a child."""
    child = None if node is None else node.find(qn(name))
    return otherwise if child is None else child.get(qn('w:val'))


def in_form(number, form):
    """The number as letters where the list has them."""
    letters = {'upperLetter': 'A', 'lowerLetter': 'a'}
    return chr(ord(letters[form]) + number - 1) if form in letters else str(number)


class Numbering:
    """Counts numbered paragraphs as Word does: per abstract list, with start values and overrides."""

    def __init__(self, document):
        self.levels, self.abstract_of, self.overrides = {}, {}, {}
        self.counters, self.started = {}, set()
        for part in document.part.package.iter_parts():
            if part.partname.endswith('/numbering.xml'):
                self._read(etree.fromstring(part.blob))

    def _read(self, root):
        for abstract in root.iter(qn('w:abstractNum')):
            self.levels[abstract.get(qn('w:abstractNumId'))] = {
                int(level.get(qn('w:ilvl'))): (int(value(level, 'w:start', '1')), value(level, 'w:numFmt', 'decimal'),
                                               value(level, 'w:lvlText', '')) for level in abstract.iter(qn('w:lvl'))}
        for number in root.iter(qn('w:num')):
            identifier = number.get(qn('w:numId'))
            self.abstract_of[identifier] = value(number, 'w:abstractNumId')
            for override in number.iter(qn('w:lvlOverride')):
                if start := value(override, 'w:startOverride'):
                    self.overrides[identifier, int(override.get(qn('w:ilvl')))] = int(start)

    def before(self, paragraph):
        """The number before the paragraph; '' for bullets and paragraphs without."""
        properties, style = paragraph._p.find(f'{qn("w:pPr")}/{qn("w:numPr")}'), paragraph.style
        while properties is None and style is not None:
            properties, style = style.element.find(f'{qn("w:pPr")}/{qn("w:numPr")}'), style.base_style
        return self._next(value(properties, 'w:numId'), int(value(properties, 'w:ilvl', '0')))

    def _next(self, identifier, depth):
        abstract = self.abstract_of.get(identifier)
        levels = self.levels.get(abstract, {})
        if depth not in levels:
            return ''
        counts = self.counters.setdefault(abstract, {})
        if (identifier, depth) in self.overrides and (identifier, depth) not in self.started:
            counts[depth] = self.overrides[identifier, depth] - 1
        self.started.add((identifier, depth))
        counts[depth] = counts.get(depth, levels[depth][0] - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        _, kind, text = levels[depth]
        if kind in ('bullet', 'none'):
            return ''
        return re.sub(r'%(\d)', lambda m: in_form(counts.get(int(m[1]) - 1, levels[int(m[1]) - 1][0]),
                                                   levels[int(m[1]) - 1][1]), text)


def run_text(run):
    """A run's text with breaks, tabs, pictures and notes written out; field codes left out."""
    text = ''
    for node in run:
        kind = node.tag.rpartition('}')[2] if isinstance(node.tag, str) else ''
        if kind == 't':
            text += (node.text or '').replace('\n', ' ')
        elif kind in ('br', 'cr'):
            text += '⤓' if node.get(qn('w:type')) == 'page' else '↵'
        elif kind == 'tab':
            text += '→'
        elif kind in ('drawing', 'pict'):
            text += ''.join(f'[bild: {drawing.get("descr", "")}]' for drawing in node.iter(qn('wp:docPr')))
        elif kind == 'footnoteReference':
            text += f'[not {node.get(qn("w:id"))}]'
    return text.replace('\u00a0', '°')


def marks(run):
    """Bold and highlighting that the run itself has."""
    properties = run.find(qn('w:rPr'))
    bold = value(properties, 'w:b', 'nej' if properties is None or properties.find(qn('w:b')) is None else 'ja')
    return bold not in ('nej', '0', 'false'), value(properties, 'w:highlight') is not None


def pieces(node, part):
    """Texts with their marks, in order, through links and content controls."""
    for child in node.iterchildren():
        kind = child.tag.rpartition('}')[2] if isinstance(child.tag, str) else ''
        if kind == 'r':
            yield run_text(child), marks(child)
        elif kind == 'hyperlink' and child.get(qn('r:id')):
            text = ''.join(text for text, _ in pieces(child, part))
            yield f'[{text}]({part.rels[child.get(qn("r:id"))].target_ref})', (False, False)
        elif kind in ('hyperlink', 'sdt', 'sdtContent', 'smartTag', 'ins', 'fldSimple'):
            yield from pieces(child, part)


def unmarked(line):
    """A line of an outline without the marks for bold, highlighting and links."""
    return re.sub(r'\[([^\]]*)\]\([^)]*\)', r'\1', line.replace('**', '').replace('‹gult: ', '').replace('›', ''))


def visible(paragraph):
    """The paragraph's text, neighbouring texts of the same marks joined."""
    joined = []
    for text, of in pieces(paragraph._p, paragraph.part):
        if joined and joined[-1][1] == of:
            joined[-1][0] += text
        elif text:
            joined.append([text, of])
    for piece in joined:
        bold, yellow = piece[1]
        piece[0] = f'**{piece[0]}**' if bold else piece[0]
        piece[0] = f'‹gult: {piece[0]}›' if yellow else piece[0]
    return ''.join(text for text, _ in joined)


def blocks(parent, element):
    """Paragraphs and tables in order, also those within content controls."""
    for child in element.iterchildren():
        kind = child.tag.rpartition('}')[2] if isinstance(child.tag, str) else ''
        if kind == 'p':
            yield Paragraph(child, parent)
        elif kind == 'tbl':
            yield Table(child, parent)
        elif kind in ('sdt', 'sdtContent'):
            yield from blocks(parent, child)


def cell_text(cell, parent, numbering):
    """The cell's paragraphs and tables on one line, and how it is joined to others."""
    texts = []
    for block in blocks(parent, cell):
        if isinstance(block, Table):
            texts.append('{' + ' '.join(table_lines(block, parent, numbering)) + '}')
        else:
            number = numbering.before(block) if numbering else ''
            texts.append(f'{number} {visible(block)}'.strip())
    properties = cell.find(qn('w:tcPr'))
    span = value(properties, 'w:gridSpan')
    merge = None if properties is None else properties.find(qn('w:vMerge'))
    below = merge is not None and merge.get(qn('w:val')) != 'restart'
    return ' ¶ '.join(texts) + (f' (×{span})' if span else '') + (' (^)' if below else '')


def table_lines(table, parent, numbering):
    """A line a row; header rows begin with |=."""
    lines = []
    for row in table._tbl.tr_lst:
        cells = [cell_text(cell, parent, numbering) for cell in row.tc_lst]
        is_header = row.find(f'{qn("w:trPr")}/{qn("w:tblHeader")}') is not None
        lines.append(('|= ' if is_header else '| ') + ' | '.join(cells) + ' |')
    return lines


def block_lines(parent, element, numbering=None):
    """The lines of a body, header or note."""
    lines = []
    for block in blocks(parent, element):
        if isinstance(block, Table):
            lines += table_lines(block, parent, numbering)
            continue
        number = numbering.before(block) if numbering else ''
        lines.append(' '.join(filter(None, [f'[{style_of(block)}]', number, visible(block)])).rstrip())
        if block._p.find(f'{qn("w:pPr")}/{qn("w:sectPr")}') is not None:
            lines.append('[avsnittsbrytning]')
    return lines


def section_lines(document):
    """Headers and footers that hold text, each once."""
    lines, seen = [], set()
    for section in document.sections:
        for name, attribute in SECTIONS:
            part = getattr(section, attribute)
            texts = [] if part.is_linked_to_previous else block_lines(part, part._element)
            if any(line.partition('] ')[2].strip() for line in texts) and (name, *texts) not in seen:
                seen.add((name, *texts))
                lines += [f'== {name}', *texts]
    return lines


def note_lines(document):
    """Footnotes, a line each."""
    lines = []
    for relation in document.part.rels.values():
        if relation.reltype.endswith(NOTES):
            for note in etree.fromstring(relation.target_part.blob):
                if note.get(qn('w:type')) is None:
                    texts = [run_text(run) for run in note.iter(qn('w:r'))]
                    lines.append(f'{note.get(qn("w:id"))}: {"".join(texts)}')
    return ['== fotnoter', *lines] if lines else []


def document_outline(path):
    """The lines of a whole document."""
    document = docx.Document(path)
    core = document.core_properties
    return [*block_lines(document, document.element.body, Numbering(document)), *section_lines(document),
            *note_lines(document), '== egenskaper', f'titel: {core.title}', f'språk: {core.language}',
            f'författare: {core.author}']
