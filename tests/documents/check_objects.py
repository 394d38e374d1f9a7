"""Pictures and charts through the whole program: check_objects.py --program PATH [--validator PATH]

Templates with placeholders are filled; what comes out is opened anew, and the cells of the workbook behind each chart
are held against what the chart keeps of them.
"""
import argparse
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.table import Table

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'tools'))

from object_templates import add_chart, add_picture, finish_workbook, new_document, png  # noqa: E402

CHART = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
ROWS = {0: [], 1: [('Å & <ö>', 3)], 50: [(f'K{i}', i / 4) for i in range(50)]}


class Run:
    def __init__(self, program, scratch):
        self.program, self.scratch = os.path.abspath(program), scratch

    def fill(self, template, data):
        """The parts of the filled document, by name."""
        with open(os.path.join(self.scratch, 'data.json'), 'w', encoding='utf-8') as file:
            json.dump(data, file)
        out = 'ut' + os.path.splitext(template)[1]
        done = subprocess.run([self.program, 'fyll', template, 'data.json', '--ut', out, '--skriv-over'],
                              cwd=self.scratch, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        with zipfile.ZipFile(os.path.join(self.scratch, out)) as package:
            names = package.namelist()
            assert len(names) == len(set(name.lower() for name in names)), 'två delar med samma namn'
            return {name: package.read(name) for name in names}

    def path(self, name):
        return os.path.join(self.scratch, name)


def target(parts, source, identity):
    """The part that a relationship of `source` leads to."""
    folder, name = os.path.split(source)
    for one in etree.fromstring(parts[f'{folder}/_rels/{name}.rels']):
        if one.get('Id') == identity:
            goal = one.get('Target')
            return goal.lstrip('/') if goal.startswith('/') else os.path.normpath(os.path.join(folder, goal))
    raise AssertionError(f'{source} saknar {identity}')


def kept(node):
    """What a reference of a chart keeps of its cells, and its formula."""
    count = int(node.find(f'.//{CHART}ptCount').get('val'))
    points = {int(p.get('idx')): p.findtext(f'{CHART}v') for p in node.iter(f'{CHART}pt')}
    assert all(i < count for i in points)
    return node.findtext(f'.//{CHART}f'), [points.get(i) for i in range(count)]


def cells(book, formula):
    sheet, area = formula.split('!')
    area = book[sheet.strip("'")][area.replace('$', '')]
    return [row[0].value for row in area] if isinstance(area, tuple) else [area.value]


def same(cell, point):
    return cell == point or (None not in (cell, point) and isinstance(cell, (int, float)) and float(point) == cell)


def chart_agrees(parts, name, expected):
    """Caches, cells, table and dimension say the same rows."""
    root = etree.fromstring(parts[name])
    external = root.find(f'{CHART}externalData').values()[0]
    data = parts[target(parts, name, external)]
    book = openpyxl.load_workbook(io.BytesIO(data))
    for series in root.iter(f'{CHART}ser'):
        for kind, column in (('cat', 0), ('val', 1)):
            formula, points = kept(series.find(f'{CHART}{kind}'))
            found = cells(book, formula)
            assert len(found) == len(points) and all(map(same, found, points)), (name, formula, found, points)
            rows = [row[column] for row in expected] or [None]
            assert all(map(same, rows, points)) and len(rows) == len(points), (name, rows, points)
    last = max(len(expected), 1) + 1
    sheet = book.active
    assert sheet.tables['Table1'].ref == f'A1:B{last}', sheet.tables['Table1'].ref
    assert sheet.max_row == last
    assert sheet.cell(last, 2).number_format == '0.0'


def check_chart_rows(run):
    for count, rows in ROWS.items():
        document = new_document()
        add_chart(document, '{{diagram Lista}} Stapeldiagram', [('Antal', [1, 2, 3, 4])], list('ABCD'), 'Namn')
        document.save(run.path('mall.docx'))
        parts = run.fill('mall.docx', {'Lista': [{'X': 1, 'Namn': n, 'Antal': a} for n, a in rows]})
        chart_agrees(parts, 'word/charts/chart1.xml', rows)
        heard = etree.fromstring(parts['word/document.xml']).find('.//{*}docPr').get('descr')
        assert heard.startswith('Stapeldiagram. Inga värden.' if count == 0 else 'Stapeldiagram: '), heard


def check_charts_in_loop(run):
    document = new_document()
    document.add_paragraph('{{för varje g i Grupper}}')
    add_chart(document, '{{diagram g.Rader}} {{g.Namn}}', [('Antal', [1, 2])], list('AB'), 'Namn')
    document.add_paragraph('{{slut}}')
    document.save(run.path('mall.docx'))
    parts = run.fill('mall.docx', {'Grupper': [{'Namn': str(count), 'Rader': [{'Namn': n, 'Antal': a} for n, a in rows]}
                                               for count, rows in ROWS.items()]})
    root = etree.fromstring(parts['word/document.xml'])
    charts = [target(parts, 'word/document.xml', node.values()[0]) for node in root.iter(f'{CHART}chart')]
    assert len(set(charts)) == 3, charts
    for name, rows in zip(charts, ROWS.values()):
        chart_agrees(parts, name, rows)
    identities = [node.get('id') for node in root.iter('{*}docPr')]
    assert len(set(identities)) == len(identities)
    for kind in ('charts/chart', 'charts/colors', 'embeddings/'):
        assert sum(name.startswith(f'word/{kind}') for name in parts) == 3, sorted(parts)
    types = parts['[Content_Types].xml'].decode()
    assert all(f'PartName="/{name}"' in types for name in charts)


def check_unused_goes(run):
    document = new_document()
    document.add_paragraph('{{om Visa}}')
    add_chart(document, '{{diagram Lista}}', [('Antal', [1, 2])], list('AB'), 'Namn')
    add_picture(document, '{{bild logotyp}}')
    document.add_paragraph('{{slut}}')
    document.save(run.path('mall.docx'))
    parts = run.fill('mall.docx', {'Visa': False, 'Lista': [{'Namn': 'a', 'Antal': 1}], 'bilder': {'logotyp': 'a.png'}})
    assert not [name for name in parts if re.search('charts/|embeddings/|word/media/', name)], sorted(parts)


def check_picture_parts(run):
    document = new_document()
    for _ in range(3):
        add_picture(document, '{{bild logotyp}}')
    add_picture(document, '{{bild logotyp}} överst', paragraph=document.sections[0].header.paragraphs[0])
    document.save(run.path('mall.docx'))
    parts = run.fill('mall.docx', {'bilder': {'logotyp': 'a.png'}})
    assert [name for name in parts if '/media/' in name] == ['word/media/image2.png'], sorted(parts)
    assert parts['word/media/image2.png'] == png(30, 90)
    for story in ('word/document.xml', 'word/header1.xml'):
        root = etree.fromstring(parts[story])
        for blip in root.iter('{*}blip'):
            assert target(parts, story, blip.values()[0]) == 'word/media/image2.png'
        for size in [*root.iter('{*}extent'), *root.iter('{http://schemas.openxmlformats.org/drawingml/2006/main}ext')]:
            assert (size.get('cx'), size.get('cy')) == ('300000', '900000'), size.attrib


def check_workbook(run):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'Data'
    sheet.append(['Namn', 'Antal'])
    sheet.append(['{{Namn}}', '{{Antal}}'])
    sheet.add_table(Table(displayName='Lista', ref='A1:B2'))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=2))
    sheet.add_chart(chart, 'D4')
    book.save(run.path('mall.xlsx'))
    finish_workbook(run.path('mall.xlsx'), '{{diagram Lista}} Stapeldiagram för {{Nämnd}}',
                    [('{{bild logotyp}}', 20), ('{{bild logotyp}} för {{Nämnd}}', 30)])
    parts = run.fill('mall.xlsx', {'Nämnd': 'A & B', 'bilder': {'logotyp': 'a.png'},
                                   'Lista': [{'Namn': n, 'Antal': a} for n, a in ROWS[1] + [('Z', 2.5)]]})
    drawing = etree.fromstring(parts['xl/drawings/drawing1.xml'])
    texts = [node.get('descr') for node in drawing.iter('{*}cNvPr')]
    assert texts == ['Stapeldiagram för A & B: Å & <ö> 3, Z 2,5.', 'Logotyp', 'för A & B'], texts
    anchors = [node for node in drawing if node.find('{*}pic') is not None]
    for anchor in anchors:
        size = anchor.find('{*}ext')
        assert (size.get('cx'), size.get('cy')) == ('300000', '900000')
    assert [a.find('{*}from').findtext('{*}row') for a in anchors] == ['21', '31']
    assert [name for name in parts if '/media/' in name] == ['xl/media/image2.png'], sorted(parts)
    root = etree.fromstring(parts['xl/charts/chart1.xml'])
    assert kept(root.find(f'.//{CHART}val')) == ("'Data'!$B$2:$B$3", ['3', '2.5'])


def validated(run, validator):
    for name in ('ut.docx', 'ut.xlsx'):
        done = subprocess.run([validator, run.path(name)], capture_output=True, text=True)
        # openpyxl's own styles part is not in order.
        found = [error for error in json.loads(done.stdout).get('errors', []) if 'styles.xml' not in error['path']]
        assert not found, found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--validator')
    options = parser.parse_args()
    checks = [check_chart_rows, check_unused_goes, check_charts_in_loop, check_workbook]
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        run = Run(options.program, scratch)
        with open(run.path('a.png'), 'wb') as file:
            file.write(png(30, 90))
        checks += [check_picture_parts]
        if options.validator:
            checks.append(lambda one: validated(one, options.validator))
        for check in checks:
            try:
                check(run)
            except AssertionError as error:
                failed += 1
                print(f'FEL {check.__name__}: {error}')
    print(f'{len(checks) - failed} passed, {failed} failed')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
