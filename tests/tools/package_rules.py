"""Rules that every .docx and .xlsx of ours keeps: package_rules.py FILE ... prints what is broken.

P: the package (ECMA-376 Part 2). W: WordprocessingML. X: SpreadsheetML. Read with zipfile and lxml alone.
"""
import collections
import posixpath
import re
import sys
import zipfile

from lxml import etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
W14 = '{http://schemas.microsoft.com/office/word/2010/wordml}'
MC = '{http://schemas.openxmlformats.org/markup-compatibility/2006}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
S = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
REL = '{http://schemas.openxmlformats.org/package/2006/relationships}'
CELL = re.compile(r'\$?([A-Z]{1,3})\$?(\d+)')
LAST_ROW, LAST_COLUMN = 1048576, 16384
LONGEST_SHEET_NAME = 31
FORBIDDEN_IN_SHEET_NAME = re.compile(r"[:\\/?*\[\]]|^'|'$")


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def corners(ref):
    """(row, column, row, column) of "A1:B2" or "A1"."""
    found = [(int(row), column_number(column)) for column, row in CELL.findall(ref)]
    return (*found[0], *found[-1])


class Package:
    def __init__(self, path):
        self.faults = []
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self.trees = {}
        for name, data in self.parts.items():
            if name.endswith(('.xml', '.rels', '.vml')):
                try:
                    self.trees[name] = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
                except etree.XMLSyntaxError as error:
                    self.tell('P', f'{name} är inte välformad: {error}')

    def tell(self, rule, text):
        self.faults.append(f'{rule}: {text}')

    def check(self, condition, rule, text):
        if not condition:
            self.tell(rule, text)

    def unique(self, values, rule, what):
        twice = [value for value, count in collections.Counter(values).items() if count > 1]
        self.check(not twice, rule, f'{what} förekommer flera gånger: {twice[:5]}')

    def check_package(self):
        self.check(self.names[0] == '[Content_Types].xml', 'P08', 'innehållstyperna står inte först')
        self.unique([name.lower() for name in self.names], 'P02', 'delnamn')
        types = self.trees['[Content_Types].xml']
        known = {node.get('PartName').lower() for node in types if node.get('PartName')}
        endings = {node.get('Extension').lower() for node in types if node.get('Extension')}
        for name in self.names[1:]:
            typed = '/' + name.lower() in known or name.rpartition('.')[2].lower() in endings
            self.check(typed, 'P01', f'{name} har ingen innehållstyp')
        for part in known:
            self.check(part[1:] in map(str.lower, self.names), 'P01', f'{part} har en innehållstyp men finns inte')
        for name in self.names:
            if name.endswith('.rels'):
                self.check_relationships(name)

    def check_relationships(self, name):
        folder = posixpath.dirname(posixpath.dirname(name))
        self.unique([node.get('Id') for node in self.trees[name]], 'P04', f'{name}: id')
        for node in self.trees[name]:
            if node.get('TargetMode') == 'External' or node.get('Target').startswith('#'):
                continue
            target = node.get('Target').partition('#')[0]
            path = target[1:] if target.startswith('/') else posixpath.normpath(posixpath.join(folder, target))
            self.check(path.lower() in map(str.lower, self.names), 'P04', f'{name} pekar på {path}, som inte finns')

    def check_used_relationships(self):
        """Every r:id, r:embed … of a part is a relationship of that part."""
        for name, tree in self.trees.items():
            folder, _, file = name.rpartition('/')
            links = self.trees.get(f'{folder}/_rels/{file}.rels')
            known = set() if links is None else {node.get('Id') for node in links}
            used = {value for node in tree.iter() if isinstance(node.tag, str)
                    for key, value in node.attrib.items() if key.startswith(R)}
            self.check(used <= known, 'W08', f'{name}: relationer som inte finns: {sorted(used - known)}')

    # WordprocessingML

    def stories(self):
        return {name: tree for name, tree in self.trees.items()
                if re.match(r'word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$', name)}

    def check_word(self, expected_braces=False):
        drawings, controls = [], []
        for name, tree in self.stories().items():
            self.check_story(name, tree, expected_braces)
            drawings += [node.get('id') for node in tree.iter() if str(node.tag).endswith('}docPr')]
            controls += [node.get(W + 'val') for node in tree.iter(W + 'id') if node.getparent().tag == W + 'sdtPr']
        self.unique(drawings, 'W03', 'docPr id')
        self.unique(controls, 'W04', 'sdt id')
        body = self.trees['word/document.xml'].find(W + 'body')
        self.check_references()
        self.check(body[-1].tag == W + 'sectPr', 'W29', 'dokumentet slutar inte med sina avsnittsegenskaper')
        self.check(len(body) < 2 or body[-2].tag in (W + 'p', W + 'sdt', W + 'customXml'), 'W27', 'dokumentet slutar med en tabell')

    def check_references(self):
        """Styles, lists and notes that the text names are there."""
        styles = self.trees.get('word/styles.xml')
        known = set() if styles is None else {node.get(W + 'styleId') for node in styles.iter(W + 'style')}
        numbering = self.trees.get('word/numbering.xml')
        numbers = {'0'} | (set() if numbering is None else {n.get(W + 'numId') for n in numbering.iter(W + 'num')})
        if numbering is not None:
            kinds = [etree.QName(node).localname for node in numbering if node.tag in (W + 'num', W + 'abstractNum')]
            self.check(kinds == sorted(kinds), 'W09', 'w:num står före w:abstractNum')
        notes = self.trees.get('word/footnotes.xml')
        note_ids = set() if notes is None else {node.get(W + 'id') for node in notes.iter(W + 'footnote')}
        for name, tree in self.stories().items():
            for kind in ('pStyle', 'rStyle', 'tblStyle'):
                used = {node.get(W + 'val') for node in tree.iter(W + kind)}
                self.check(used <= known, 'W35', f'{name}: formatmallar som inte finns: {sorted(used - known)}')
            used = {node.get(W + 'val') for node in tree.iter(W + 'numId')}
            self.check(used <= numbers, 'W09', f'{name}: listor som inte finns: {sorted(used - numbers)}')
            marks = [node.get(W + 'id') for node in tree.iter(W + 'footnoteReference')]
            self.unique(marks, 'W06', f'{name}: fotnoter')
            self.check(set(marks) <= note_ids, 'W06', f'{name}: fotnoter som inte finns')

    def check_story(self, name, tree, expected_braces):
        starts, ends = list(tree.iter(W + 'bookmarkStart')), list(tree.iter(W + 'bookmarkEnd'))
        ids = [node.get(W + 'id') for node in starts]
        self.unique(ids, 'W01', f'{name}: bokmärkes-id')
        self.unique([node.get(W + 'name') for node in starts], 'W01', f'{name}: bokmärkesnamn')
        self.check(sorted(ids) == sorted(node.get(W + 'id') for node in ends), 'W01', f'{name}: bokmärken utan slut')
        self.check_paragraph_ids(name, tree)
        for cell in tree.iter(W + 'tc'):
            self.check(len(cell) and cell[-1].tag == W + 'p', 'W26', f'{name}: en cell slutar inte med ett stycke')
        for table in tree.iter(W + 'tbl'):
            self.check(table.find('.//' + W + 'tr') is not None, 'W26', f'{name}: en tabell utan rader')
        for table in tree.iter(W + 'tbl'):
            follower = table.getnext()
            self.check(follower is None or follower.tag != W + 'tbl', 'W27', f'{name}: två tabeller utan stycke emellan')
        for node in tree.iter():
            if isinstance(node.tag, str):
                self.check('genomgang' not in node.tag and not node.tag.startswith('lg:'), 'W', f'{name}: {node.tag}')
        self.check(b'<lg:' not in self.parts[name] and b' lg:' not in self.parts[name], 'W', f'{name}: märken kvar')
        anchors = {node.get(W + 'anchor') for node in tree.iter(W + 'hyperlink')} - {None}
        self.check(anchors <= {node.get(W + 'name') for node in starts}, 'W10', f'{name}: länkar utan mål')
        text = ''.join(node.text or '' for node in tree.iter(W + 't'))
        self.check(expected_braces or ('{{' not in text and '}}' not in text), 'W', f'{name}: taggar kvar')

    def check_paragraph_ids(self, name, tree):
        """Each id once; the two forms of one text box have the same."""
        places = collections.defaultdict(list)
        for node in tree.iter():
            if node.get(W14 + 'paraId'):
                form = next(node.iterancestors(MC + 'Choice', MC + 'Fallback'), None)
                places[node.get(W14 + 'paraId')].append(form)
        twice = [one for one, forms in places.items() if len(forms) > 1
                 and (len(forms) > 2 or None in forms or forms[0] is forms[1]
                      or forms[0].getparent() is not forms[1].getparent())]
        self.check(not twice, 'W02', f'{name}: paraId förekommer flera gånger: {twice[:5]}')

    def check_accessible(self):
        """What a published report must have (EN 301 549, chapter 10)."""
        core = self.trees['docProps/core.xml']
        texts = {etree.QName(node).localname: node.text for node in core}
        self.check(texts.get('title'), 'T', 'titel saknas')
        styles = self.trees['word/styles.xml']
        languages = {node.get(W + 'val') for node in styles.iter(W + 'lang')}
        self.check('sv-SE' in languages, 'W36', 'språket sv-SE saknas')
        levels = {}
        for style in styles.iter(W + 'style'):
            level = style.find(f'{W}pPr/{W}outlineLvl')
            if level is not None:
                levels[style.get(W + 'styleId')] = int(level.get(W + 'val')) + 1
        last = 0
        for style in self.trees['word/document.xml'].iter(W + 'pStyle'):
            level = levels.get(style.get(W + 'val'), 0)
            if not level:
                continue
            paragraph = style.getparent().getparent()
            self.check(''.join(paragraph.itertext()).strip(), 'M033', f'en tom rubrik på nivå {level}')
            self.check(level <= last + 1, 'M041', f'rubriknivå {level} följer på {last}')
            last = level
        for table in self.trees['word/document.xml'].iter(W + 'tbl'):
            self.check(table.find(f'{W}tr/{W}trPr/{W}tblHeader') is not None, 'T', 'en tabell utan rubrikrad')

    # SpreadsheetML

    def check_workbook(self):
        self.check('xl/calcChain.xml' not in self.names, 'X09', 'beräkningskedjan är kvar')
        tables = [tree for name, tree in self.trees.items() if name.startswith('xl/tables/')]
        self.unique([tree.get('displayName') for tree in tables], 'X14', 'tabellnamn')
        self.unique([tree.get('id') for tree in tables], 'X14', 'tabell-id')
        for name, tree in self.trees.items():
            if name.startswith('xl/worksheets/sheet'):
                self.check_sheet(name, tree)
        # Results may be stored (check_formulas holds them against LibreOffice's), but Excel is to calculate its own.
        formulas = any(tree.find('.//' + S + 'f') is not None for name, tree in self.trees.items()
                       if name.startswith('xl/worksheets/sheet'))
        asked = self.trees['xl/workbook.xml'].find(S + 'calcPr')
        self.check(not formulas or (asked is not None and asked.get('fullCalcOnLoad') in ('1', 'true')), 'X08',
                   'formlerna räknas inte om när boken öppnas')
        titles = [node.get('name') for node in self.trees['xl/workbook.xml'].iter(S + 'sheet')]
        self.unique([title.lower() for title in titles], 'X22', 'bladnamn')
        for title in titles:
            legal = len(title) <= LONGEST_SHEET_NAME and not FORBIDDEN_IN_SHEET_NAME.search(title)
            self.check(legal and title.lower() != 'history', 'X22', f'bladet kan inte heta {title}')
        for node in self.trees['xl/workbook.xml'].iter(S + 'definedName'):
            self.check('#REF!' not in (node.text or ''), 'X13', f'namnet {node.get("name")} pekar på #REF!')

    def check_sheet(self, name, tree):
        last_row = 0
        for row in tree.iter(S + 'row'):
            number = int(row.get('r') or 0)
            self.check(number > last_row, 'X01', f'{name}: raden {number} efter {last_row}')
            last_row, last_column = number, 0
            for cell in row:
                at = CELL.match(cell.get('r') or '')
                column = column_number(at[1]) if at else 0
                self.check(at and int(at[2]) == number and column > last_column, 'X01', f'{name}: {cell.get("r")}')
                last_column = column
                formula = cell.find(S + 'f')
                if formula is not None:
                    self.check('#REF!' not in (formula.text or ''), 'X05', f'{name}: {cell.get("r")} {formula.text}')
        self.check_ranges(name, tree)
        self.check_tables(name, tree)
        merges = [corners(node.get('ref')) for node in tree.iter(S + 'mergeCell')]
        for i, a in enumerate(merges):
            for b in merges[i + 1:]:
                apart = a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]
                self.check(apart, 'X10', f'{name}: sammanfogade celler överlappar: {a} {b}')


    def check_ranges(self, name, tree):
        """Areas that are bound to cells lie within the sheet, first corner first; formats are ranked one by one."""
        areas = [(node.tag, ref) for node in tree.iter() for key in ('ref', 'sqref') if node.get(key)
                 for ref in node.get(key).split()]
        for tag, ref in areas:
            top, left, bottom, right = corners(ref)
            inside = 1 <= top <= bottom <= LAST_ROW and 1 <= left <= right <= LAST_COLUMN
            self.check(inside, 'X11', f'{name}: {etree.QName(tag).localname} {ref} ligger utanför bladet')
        self.unique([node.get('priority') for node in tree.iter(S + 'cfRule')], 'X11', f'{name}: villkorens ordning')
        for box in tree.iter(S + 'mergeCells'):
            self.check(len(box) > 0, 'X10', f'{name}: mergeCells är tom')
            self.check(box.get('count', str(len(box))) == str(len(box)), 'X10', f'{name}: antalet sammanfogade stämmer inte')

    def cell_text(self, tree, row, column):
        """The text of a header cell, written in the cell or among the shared strings."""
        for cell in tree.iter(S + 'c'):
            at = CELL.match(cell.get('r'))
            if (int(at[2]), column_number(at[1])) == (row, column):
                if cell.get('t') == 's':
                    strings = self.trees['xl/sharedStrings.xml'].findall(S + 'si')
                    cell = strings[int(cell.find(S + 'v').text)]
                return ''.join(node.text or '' for node in cell.iter(S + 't'))
        return None

    def check_tables(self, name, tree):
        """A table has a header row of its columns' names and at least one row more; its filter covers it."""
        folder, _, file = name.rpartition('/')
        links = self.trees.get(f'{folder}/_rels/{file}.rels')
        for link in [] if links is None else links:
            if not link.get('Type').endswith('/table'):
                continue
            target = link.get('Target')
            path = target[1:] if target.startswith('/') else posixpath.normpath(posixpath.join(folder, target))
            table = self.trees[path]
            top, left, bottom, right = corners(table.get('ref'))
            names = [column.get('name') for column in table.iter(S + 'tableColumn')]
            shown = [self.cell_text(tree, top, column) for column in range(left, right + 1)]
            self.check(names == shown, 'X14', f'{path}: kolumnerna {names} men rubrikerna {shown}')
            rows = bottom - top - int(table.get('totalsRowCount') or 0)
            self.check(rows >= 1, 'X14', f'{path}: tabellen har ingen rad')
            for filtered in table.iter(S + 'autoFilter'):
                area = corners(filtered.get('ref'))
                self.check(area[:2] == (top, left) and area[3] == right and area[2] == top + rows, 'X15',
                           f'{path}: filtret {filtered.get("ref")} men tabellen {table.get("ref")}')


def faults_of(path, accessible=False, expected_braces=False):
    """What the file breaks, a line each."""
    package = Package(path)
    if package.faults:
        return package.faults
    package.check_package()
    package.check_used_relationships()
    if path.endswith('.docx'):
        package.check_word(expected_braces)
        if accessible:
            package.check_accessible()
    else:
        package.check_workbook()
    return package.faults


if __name__ == '__main__':
    for argument in sys.argv[1:]:
        for fault in faults_of(argument):
            print(f'{argument}: {fault}')
