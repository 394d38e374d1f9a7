"""Tags put into a .docx that somebody else made, and what must come of them."""
import posixpath
import re
import shutil
import zipfile

from lxml import etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
REL = '{http://schemas.openxmlformats.org/package/2006/relationships}'
XML_SPACE = '{http://www.w3.org/XML/1998/namespace}space'
ENDINGS = ('.docx', '.dotx')
# No tags; tags beside what stands there; tags around all of it, so that everything in the document stands five times.
CHANGES = ('orörd', 'taggar', 'upprepat')
TRACKED = re.compile(rb'<w:(ins|del|moveFrom|moveTo)[ >]')
CONTENTS = re.compile(r'\s*TOC\b')
FOREIGN = re.compile('[{][{%#]|[}%#][}]')


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith('/')}


def main_part(parts):
    for node in etree.fromstring(parts['_rels/.rels']):
        if node.get('Type').endswith('/officeDocument'):
            return node.get('Target').lstrip('/')
    return None


def related(parts, source, kind):
    folder, _, file = source.rpartition('/')
    links = parts.get(f'{folder}/_rels/{file}.rels')
    for node in [] if links is None else etree.fromstring(links):
        if node.get('Type').endswith('/' + kind) and node.get('TargetMode') != 'External':
            target = node.get('Target')
            yield target[1:] if target.startswith('/') else posixpath.normpath(posixpath.join(folder, target))


def paragraph(text):
    node = etree.Element(W + 'p')
    # Word cuts what somebody types into runs; so does this.
    for piece in (text[:4], text[4:]):
        run = etree.SubElement(node, W + 'r')
        written = etree.SubElement(run, W + 't')
        written.text = piece
        written.set(XML_SPACE, 'preserve')
    return node


def table(first, second):
    node = etree.Element(W + 'tbl')
    properties = etree.SubElement(node, W + 'tblPr')
    etree.SubElement(properties, W + 'tblW').attrib.update({W + 'w': '0', W + 'type': 'auto'})
    grid = etree.SubElement(node, W + 'tblGrid')
    row = etree.SubElement(node, W + 'tr')
    for text in (first, second):
        etree.SubElement(grid, W + 'gridCol').set(W + 'w', '2000')
        etree.SubElement(row, W + 'tc').append(paragraph(text))
    return node


def text_of(node):
    return ''.join(t.text or '' for t in node.iter(W + 't'))


# What only a file with tags is refused for.
KEPT_WITHOUT_TAGS = ('hänger ihop med en annan mallfil', 'signerad', 'spårade ändringar')


def reason_against(parts, name):
    """Why the file is refused as a template, if it is; that refusal is tested elsewhere."""
    if name is None or b'macroEnabled' in parts['[Content_Types].xml']:
        return 'makron'
    root = etree.fromstring(parts[name])
    if root.tag != W + 'document':
        return 'Strict Open XML'
    if any(b'/attachedTemplate"' in data for part, data in parts.items() if part.endswith('.rels')):
        return 'hänger ihop med en annan mallfil'
    if any('xmlsignatures' in part for part in parts):
        return 'signerad'
    if any(TRACKED.search(data) for part, data in parts.items() if part.startswith('word/')):
        return 'spårade ändringar'
    if b'{{' in parts[name] and '{{' not in text_of(root):
        return 'tagg i en alternativtext'
    if FOREIGN.search(text_of(root)):
        return 'taggar ur ett annat mallspråk'
    return None


def put_tags(path, target, change):
    parts = parts_of(path)
    name = main_part(parts)
    reason = reason_against(parts, name)
    if reason and not (change == 'orörd' and reason in KEPT_WITHOUT_TAGS):
        return reason
    if change == 'orörd':
        shutil.copy(path, target)
        return None
    root = etree.fromstring(parts[name])
    body = root.find(W + 'body')
    if change == 'taggar':
        body.insert(0, paragraph('Först {{Titel}}!'))
        body.insert(1, table('{{för varje rad i Rader}}{{rad.Namn}}', '{{rad.Antal}}{{slut}}'))
        body.insert(2, paragraph('efter tabellen'))
        for header in list(related(parts, name, 'header'))[:1]:
            tree = etree.fromstring(parts[header])
            tree.append(paragraph('Huvud {{Titel}}'))
            parts[header] = etree.tostring(tree, xml_declaration=True, encoding='UTF-8', standalone=True)
    else:
        if any(CONTENTS.match(node.text or '') for node in body.iter(W + 'instrText')):
            return 'innehållsförteckningen kan inte upprepas'
        body.insert(0, paragraph('{{för varje rad i Rader}}'))
        last = body[-1] if body[-1].tag == W + 'sectPr' else None
        end = paragraph('{{slut}}')
        body.append(end) if last is None else last.addprevious(end)
        end.addprevious(paragraph('rad {{rad.Namn}}'))
    parts[name] = etree.tostring(root, xml_declaration=True, encoding='UTF-8', standalone=True)
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return None


def body_text(path):
    """The body's text, that of boxes where they stand; the contents are left out, they are written anew."""
    parts = parts_of(path)
    body = etree.fromstring(parts[main_part(parts)]).find(W + 'body')
    found, in_contents, depth = [], False, 0
    for node in body.iter():
        if node.tag == W + 'instrText' and CONTENTS.match(node.text or ''):
            in_contents, depth = True, 1
        elif in_contents and node.tag == W + 'fldChar':
            kind = node.get(W + 'fldCharType')
            depth += {'begin': 1, 'end': -1}.get(kind, 0)
            in_contents = depth > 0
        elif node.tag == W + 't' and not in_contents:
            found.append(node.text or '')
    return ''.join(found)


def faults(original, result, change, data):
    if change == 'orörd':
        was, became = parts_of(original), parts_of(result)
        changed = [name for name in sorted(set(was) | set(became)) if was.get(name) != became.get(name)]
        # A template (.dotx) is a document now.
        if changed and not (original.endswith('.dotx') and changed == ['[Content_Types].xml']):
            yield f'andra byte i {", ".join(changed)}'
        return
    before, after = body_text(original), body_text(result)
    rows = data['Rader']
    if change == 'taggar':
        numbers = ['1', '2,5', '3', '4', '5']
        expected = f'Först {data["Titel"]}!' + ''.join(row['Namn'] + number for row, number in zip(rows, numbers)) + 'efter tabellen' + before
        parts = parts_of(result)
        for header in list(related(parts, main_part(parts), 'header'))[:1]:
            text = text_of(etree.fromstring(parts[header]))
            if not text.endswith('Huvud ' + data['Titel']):
                yield f'sidhuvudet säger {text!r}'
    else:
        expected = ''.join(before + 'rad ' + row['Namn'] for row in rows)
    if after != expected:
        at = next((i for i, (a, b) in enumerate(zip(after, expected)) if a != b), min(len(after), len(expected)))
        yield f'texten skiljer sig vid {at}: {after[at - 20:at + 40]!r}, väntat {expected[at - 20:at + 40]!r}'
