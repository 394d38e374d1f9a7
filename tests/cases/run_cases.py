"""Whole runs as folders: run_cases.py --program PATH [--update] [NAME ...]

A case is a folder with case.txt: one Swedish sentence, then lines "grund: forskolenamnden-2025" (the folder of
sample-data it starts from), "kommando: skapa", "val: --utkast". Beside it andringar.txt (edits of the workbooks),
mall.txt or mall.xlsx.txt (a template), data.json, "bilder: logotyp.png 120x60" in case.txt (pictures of one colour), or workbooks of its own. "protokoll: ja" holds the protocol of the run too. What comes of the run is held against the
expected-*.txt files, word for word; --update writes them anew, for a reader to look through.
"""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, '..', '..', 'sample-data')
sys.path.insert(0, os.path.join(HERE, '..', 'tools'))
sys.path.insert(0, HERE)

from object_templates import png  # noqa: E402
from outline import outline  # noqa: E402
from template_text import make_document, make_workbook  # noqa: E402
from workbook_edits import apply_edits  # noqa: E402


SHA256 = re.compile(r'\b[0-9a-f]{64}\b')


def read(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding='utf-8') as file:
        return file.read()


class Case:
    def __init__(self, name, program):
        self.name, self.program = name, os.path.abspath(program)
        self.folder = os.path.join(HERE, name)
        lines = read(os.path.join(self.folder, 'case.txt')).splitlines()
        self.settings = dict(line.split(': ', 1) for line in lines[1:] if ': ' in line)

    def prepare(self, scratch):
        """The folder that the command reads."""
        work = os.path.join(scratch, 'underlag')
        base = self.settings.get('grund')
        shutil.copytree(os.path.join(SAMPLES, base), work) if base else os.makedirs(work)
        for name in os.listdir(self.folder):
            if name.endswith('.xlsx') or name == 'data.json':
                shutil.copy(os.path.join(self.folder, name), work)
        if edits := read(os.path.join(self.folder, 'andringar.txt')):
            apply_edits(work, edits)
        if pictures := self.settings.get('bilder'):
            # Beside the data file, or in the folder that a review has for them.
            folder = work if self.settings.get('kommando') == 'fyll' else os.path.join(work, 'bilder')
            os.makedirs(folder, exist_ok=True)
            for one in pictures.split(', '):
                name, width, height = re.fullmatch(r'(\S+) (\d+)x(\d+)', one).groups()
                with open(os.path.join(folder, name), 'wb') as file:
                    file.write(png(int(width), int(height)))
        if template := read(os.path.join(self.folder, 'mall.txt')):
            make_document(template, os.path.join(scratch, 'mall.docx'))
        if template := read(os.path.join(self.folder, 'mall.xlsx.txt')):
            make_workbook(template, os.path.join(scratch, 'mall.xlsx'))
        return work

    def arguments(self, scratch):
        command = self.settings.get('kommando', 'skapa')
        options = self.settings.get('val', '').split()
        word, book = (os.path.exists(os.path.join(scratch, name)) for name in ('mall.docx', 'mall.xlsx'))
        if command == 'fyll':
            template = 'mall.docx' if word else 'mall.xlsx'
            return ['fyll', template, 'underlag/data.json', '--ut', 'ut/dokument' + template[4:], *options]
        if command == 'mallkontroll':
            return [command, 'mall.docx' if word else 'mall.xlsx', *options]
        if command == 'skapa':
            options += ['--ut', 'ut'] + ['--mall', 'mall.docx'] * word + ['--planmall', 'mall.xlsx'] * book
        return [command, 'underlag', *options]

    def run(self, scratch):
        """What came of it, by the name of the expected file."""
        self.prepare(scratch)
        done = subprocess.run([self.program, *self.arguments(scratch)], cwd=scratch, capture_output=True, text=True)
        found = {'problems': done.stderr, 'exit': f'{done.returncode}\n'}
        out = os.path.join(scratch, 'ut')
        for name in sorted(os.listdir(out)) if os.path.isdir(out) else []:
            role = 'document' if name.startswith('dokument') else 'report' if name.endswith('.docx') else 'plan'
            if name.startswith('Granskningsprotokoll'):
                if not name.endswith('.xlsx') or 'protokoll' not in self.settings:
                    continue
                role = 'protocol'
            found[role] = SHA256.sub('(SHA-256)', outline(os.path.join(out, name)))
        return found


def differences(case, found, update):
    """Lines that tell how the run differs from what is expected; with `update` the expected files are written."""
    faults = []
    for role in ('exit', 'problems', 'report', 'plan', 'document', 'protocol'):
        path = os.path.join(case.folder, f'expected-{role}.txt')
        now = found.get(role)
        if update:
            if now:
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(now)
            elif os.path.exists(path):
                os.remove(path)
            continue
        expected = read(path) or ''
        if expected != (now or ''):
            faults += difflib.unified_diff(expected.splitlines(), (now or '').splitlines(), f'väntat {role}',
                                           f'fick {role}', lineterm='', n=1)
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--update', action='store_true')
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    names = options.names or sorted(n for n in os.listdir(HERE) if os.path.exists(os.path.join(HERE, n, 'case.txt')))
    failed = 0
    for name in names:
        case = Case(name, options.program)
        with tempfile.TemporaryDirectory() as scratch:
            try:
                faults = differences(case, case.run(scratch), options.update)
            except Exception as error:  # a case that cannot be prepared or read fails alone
                faults = [f'{type(error).__name__}: {error}']
        failed += bool(faults)
        print(f'{"FEL" if faults else "ok "} {name}')
        print('\n'.join(faults[:80]) + '\n' * bool(faults), end='')
    print(f'{len(names) - failed} passed, {failed} failed')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
