"""A template without tags comes out as it went in, part for part; a refused one is refused in words."""
import os
import re
import zipfile

import docx
import openpyxl
from bench import CORPUS, Skip
from lxml import etree

# Why a file of the corpus may be refused as a template: each is a decision of the contract or the template language.
REASONS = {
    'M012',  # it holds tags of another engine
    'M072', 'MALL-110',  # macros
    'M074',  # Strict Open XML
}
REFUSAL = re.compile(r'fel\[([A-Z0-9-]+)\]: [A-ZÅÄÖ][^\n]*\.\n  plats: [^\n]+\n  tips: [^\n]+\.\n')
TYPES = '[Content_Types].xml'
DOCUMENT_OF = {'.dotx': '.docx', '.xltx': '.xlsx'}
FEWEST_FILLED = {'docx': 15, 'xlsx': 35}  # a program that refuses nearly all must not pass


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        assert len(names) == len(set(names)), f'{path} har två delar med samma namn'
        return {name: package.read(name) for name in names if not name.endswith('/')}


def content_types(part):
    """The part [Content_Types].xml as a set; what is filled in is no template (.dotx, .xltx) any more."""
    kinds = {(*node.attrib.values(),) for node in etree.fromstring(part)}
    return {tuple(text.replace('.template.main+xml', '.document.main+xml' if 'word' in text else '.sheet.main+xml')
                  for text in kind) for kind in kinds}


def untouched(template, before, after):
    """Names of parts that are not as they were. A template's list of content types may be written anew."""
    different = different_parts(before, after)
    if os.path.splitext(template)[1] not in DOCUMENT_OF:
        return different
    same = content_types(before[TYPES]) == content_types(after[TYPES])
    return [name for name in different if name != TYPES or not same]


def different_parts(before, after):
    return [name for name in sorted(set(before) | set(after)) if before.get(name) != after.get(name)]


def fill_with_nothing(bench, template):
    """The run, and the path of what it should have written."""
    data = bench.write('tom.json', '{}')
    extension = os.path.splitext(template)[1]
    target = bench.path('ifylld' + DOCUMENT_OF.get(extension, extension))
    if os.path.exists(target):
        os.remove(target)
    return bench.run('fyll', template, data, '--ut', target), target


def faults_of(bench, template):
    """Faults of one template, and whether it was filled."""
    result, target = fill_with_nothing(bench, template)
    name = os.path.basename(template)
    if result.code == 0:
        names = untouched(template, parts_of(template), parts_of(target))
        return [f'{name}: andra byte i {", ".join(names)}'] if names else [], True
    faults = []
    if result.code not in (4, 5):
        faults.append(f'{name}: slutkod {result.code}')
    refusals = REFUSAL.findall(result.err)
    if not refusals or name not in result.err:
        faults.append(f'{name}: inget svenskt avslag med plats och tips: {result.err[:200]!r}')
    elif set(refusals) - REASONS:
        faults.append(f'{name}: avslås av en orsak som provet inte känner: {result.err[:200]!r}')
    if os.path.exists(target):
        faults.append(f'{name}: en fil skrevs trots avslaget')
    return faults, False


def own_templates(bench):
    document = docx.Document()
    document.add_heading('En rubrik')
    document.add_paragraph('Text med { en klammer } och ⟦ett tecken⟧.').add_run(' fet').bold = True
    document.add_table(2, 2).cell(0, 0).text = 'cell'
    document.sections[0].header.paragraphs[0].text = 'sidhuvud'
    document.save(bench.path('egen.docx'))
    book = openpyxl.Workbook()
    book.active.append(['Rubrik', 1, 2.5, True, '=B1+C1'])
    book.create_sheet('Blad två').append(['mer'])
    book.save(bench.path('egen.xlsx'))
    return [bench.path('egen.docx'), bench.path('egen.xlsx')]


def check_own_template_without_tags_keeps_every_part(bench):
    for template in own_templates(bench):
        faults, filled = faults_of(bench, template)
        yield from faults
        if not filled:
            yield f'{template} fylldes inte i'


def check_a_part_with_tags_is_seen_as_different(bench):
    """So that the comparison above can tell parts apart."""
    document = docx.Document()
    document.add_paragraph('{{Namn}}')
    document.save(bench.path('tagg.docx'))
    result = bench.run('fyll', 'tagg.docx', bench.write('namn.json', '{"Namn": "Åsa"}'), '--ut', 'ut.docx')
    changed = different_parts(parts_of(bench.path('tagg.docx')), parts_of(bench.path('ut.docx')))
    if result.code != 0 or changed != ['word/document.xml']:
        yield f'slutkod {result.code}, ändrade delar {changed}'


def faults_of_kind(bench, kind):
    folder = os.path.join(CORPUS, kind, 'valid')
    if not os.path.isdir(folder):
        raise Skip(f'shared/corpus/{kind}/valid finns inte bredvid projektet')
    filled = 0
    for name in sorted(os.listdir(folder)):
        faults, done = faults_of(bench, os.path.join(folder, name))
        yield from faults
        filled += done
    if filled < FEWEST_FILLED[kind]:
        yield f'bara {filled} mallar fylldes i'


def check_documents_of_others_keep_every_part(bench):
    yield from faults_of_kind(bench, 'docx')


def check_workbooks_of_others_keep_every_part(bench):
    yield from faults_of_kind(bench, 'xlsx')
