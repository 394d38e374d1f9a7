"""Breaks good documents in one place at a time and looks whether tests/tools/package_rules.py says so.

check_rules.py: a rule that cannot fail proves nothing about the documents it is held against.
"""
import os
import sys
import tempfile
import warnings
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in ('tools', 'cases'):
    sys.path.insert(0, os.path.join(HERE, '..', folder))

from package_rules import faults_of  # noqa: E402
from template_text import make_document, make_workbook  # noqa: E402

WORD_TEXT = '''titel: Rapport
[Rubrik 1] Rapport
[Rubrik 2] Avsnitt
[1.] Punkt
|= A | B |
| 1 | 2 |
Sist.
sidhuvud: Huvud
'''
BOOK_TEXT = '''== Blad
| Namn | Antal |
| a | 1 |
| b | =B2*2 |
sammanfoga D1:E2
villkor B2:B3
tabell Rader A1:B3
namn total = Blad!$B$3
== Annat
| x |
'''
BOOKMARK = '<w:bookmarkStart w:id="7" w:name="namn"/><w:bookmarkEnd w:id="7"/>'
DRAWING = ('<w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
           'id="5" name="x"/></w:drawing></w:r>')
CONTROL = '<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent/></w:sdt>'
PARAGRAPH_ID = ('<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="00000001"/>')
DOCUMENT, SHEET, BOOK, TABLE = 'word/document.xml', 'xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/tables/table1.xml'

# The rule that must speak, the part, what is replaced (once) and what comes instead.
WORD_FAULTS = (
    ('P', DOCUMENT, '</w:body>', ''),
    ('P01', '[Content_Types].xml', 'Extension="xml"', 'Extension="xm"'),
    ('P04', 'word/_rels/document.xml.rels', 'Target="styles.xml"', 'Target="stilar.xml"'),
    ('W08', DOCUMENT, '<w:body>', '<w:body><w:p><w:hyperlink r:id="rId99"/></w:p>'),
    ('W01', DOCUMENT, '<w:body>', f'<w:body><w:p>{BOOKMARK}{BOOKMARK}</w:p>'),
    ('W01', DOCUMENT, '<w:body>', '<w:body><w:p><w:bookmarkStart w:id="7" w:name="namn"/></w:p>'),
    ('W02', DOCUMENT, '<w:body>', f'<w:body>{PARAGRAPH_ID}{PARAGRAPH_ID}'),
    ('W03', DOCUMENT, '<w:body>', f'<w:body><w:p>{DRAWING}{DRAWING}</w:p>'),
    ('W04', DOCUMENT, '<w:body>', f'<w:body>{CONTROL}{CONTROL}'),
    ('W06', DOCUMENT, 'Sist.</w:t>', 'Sist.</w:t><w:footnoteReference w:id="2"/>'),
    ('W09', DOCUMENT, '<w:numId w:val="', '<w:numId w:val="99'),
    ('W26', DOCUMENT, '</w:tc>', '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc>'),
    ('W26', DOCUMENT, '<w:body>', '<w:body><w:tbl><w:tblPr/></w:tbl><w:p/>'),
    ('W27', DOCUMENT, '</w:tbl>', '</w:tbl><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'),
    ('W29', DOCUMENT, '</w:sectPr>', '</w:sectPr><w:p/>'),
    ('W35', DOCUMENT, 'w:val="Heading1"', 'w:val="Rubrik99"'),
    ('W10', DOCUMENT, '<w:body>', '<w:body><w:p><w:hyperlink w:anchor="finns_inte"/></w:p>'),
    ('W', DOCUMENT, 'Sist.', '{{Nämnd}}'),
    ('W', 'word/header1.xml', 'Huvud', 'Huvud}}'),
    ('W36', 'word/styles.xml', 'w:val="sv-SE"', 'w:val="en-US"'),
    ('T', 'docProps/core.xml', 'Rapport', ''),
    ('M041', DOCUMENT, 'w:val="Heading2"', 'w:val="Heading4"'),
    ('M033', DOCUMENT, '>Avsnitt<', '><'),
    ('T', DOCUMENT, '<w:tblHeader/>', ''),
)
BOOK_FAULTS = (
    ('P01', '[Content_Types].xml', 'PartName="/xl/styles.xml"', 'PartName="/xl/stilar.xml"'),
    ('X01', SHEET, '<row r="3"', '<row r="2"'),
    ('X01', SHEET, 'r="B2"', 'r="A2"'),
    ('X05', SHEET, 'B2*2', '#REF!*2'),
    ('X08', BOOK, 'fullCalcOnLoad="1"', 'fullCalcOnLoad="0"'),
    ('X10', SHEET, '<mergeCell ref="D1:E2"/>', '<mergeCell ref="D1:E2"/><mergeCell ref="E2:F3"/>'),
    ('X10', SHEET, '<mergeCell ref="D1:E2"/>', ''),
    ('X11', SHEET, 'sqref="B2:B3"', 'sqref="B2:B1048577"'),
    ('X11', SHEET, 'sqref="B2:B3"', 'sqref="B3:B2"'),
    ('X13', BOOK, 'Blad!$B$3', '#REF!'),
    ('X14', TABLE, 'name="Antal"', 'name="Annat"'),
    ('X14', TABLE, 'ref="A1:B3"', 'ref="A1:B1"'),
    ('X15', TABLE, 'autoFilter ref="A1:B3"', 'autoFilter ref="A1:B2"'),
    ('X22', BOOK, 'name="Annat"', 'name="BLAD"'),
    ('X22', BOOK, 'name="Annat"', 'name="A/B"'),
)


def read_parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write_parts(path, parts):
    with warnings.catch_warnings(), zipfile.ZipFile(path, 'w') as package:
        warnings.simplefilter('ignore')  # two parts of one name are written on purpose
        for name, data in parts:
            package.writestr(name, data)


def good_document(folder):
    """A .docx without faults."""
    path = os.path.join(folder, 'bra.docx')
    make_document(WORD_TEXT, path)
    parts = read_parts(path)
    parts['word/styles.xml'] = parts['word/styles.xml'].replace(b'w:val="en-US"', b'w:val="sv-SE"')
    write_parts(path, parts.items())
    return path


def good_workbook(folder):
    """A .xlsx without faults, its formula without a saved result."""
    path = os.path.join(folder, 'bra.xlsx')
    make_workbook(BOOK_TEXT, path)
    parts = read_parts(path)
    parts[SHEET] = parts[SHEET].replace(b'<v />', b'').replace(b'<v/>', b'').replace(b'</f><v></v>', b'</f>')
    write_parts(path, sorted(parts.items(), key=lambda part: part[0] != '[Content_Types].xml'))
    return path


def broken(path, part, old, new):
    """A copy of the document with the change made once."""
    parts = read_parts(path)
    text = parts[part].decode()
    assert old in text, f'{part} saknar {old}'
    parts[part] = text.replace(old, new, 1).encode()
    target = path.replace('bra', 'dålig')
    write_parts(target, parts.items())
    return target


def spoken(path, rule):
    """Whether the rule finds a fault in the file."""
    return any(fault.startswith(f'{rule}:') for fault in faults_of(path, accessible=path.endswith('.docx')))


def package_faults(path):
    """Copies of a document whose package is wrong as a whole: the rule and the file."""
    parts = list(read_parts(path).items())
    twice, last = path.replace('bra', 'dubbel'), path.replace('bra', 'omkastad')
    write_parts(twice, parts + [parts[-1]])
    write_parts(last, parts[1:] + parts[:1])
    chain = path.replace('bra', 'kedja')
    write_parts(chain, parts + [('xl/calcChain.xml', '<calcChain/>')])
    return [('P02', twice), ('P08', last)] + [('X09', chain)] * path.endswith('.xlsx')


def main():
    failed, passed = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for path, faults in ((good_document(folder), WORD_FAULTS), (good_workbook(folder), BOOK_FAULTS)):
            if found := faults_of(path, accessible=path.endswith('.docx')):
                failed.append(f'{os.path.basename(path)} är hel, men reglerna säger: {found}')
            for rule, part, old, new in faults:
                silent = not spoken(broken(path, part, old, new), rule)
                failed += [f'{rule} säger inget om {part}: {old} → {new}'] * silent
                passed += not silent
            for rule, file in package_faults(path):
                silent = not spoken(file, rule)
                failed += [f'{rule} säger inget om {os.path.basename(file)}'] * silent
                passed += not silent
    for fault in failed:
        print(f'FEL {fault}')
    print(f'{passed} passed, {len(failed)} failed')
    sys.exit(bool(failed))


if __name__ == '__main__':
    main()
