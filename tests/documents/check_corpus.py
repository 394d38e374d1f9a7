"""Puts tags into templates that others made, and holds what comes out against what went in.

check_corpus.py --program PATH --validator PATH [NAME ...]

The files are those of shared/corpus beside the project; without it everything is skipped, and said to be. Each result
(a) says what the template said, with the values in their places, (b) keeps the rules of tests/tools/package_rules.py
and (c) those of the Open XML validator, as far as the template did, (d) opens in LibreOffice.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
import warnings

from lxml import etree

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, '..', 'tools'), HERE]

import tagged_books  # noqa: E402
import tagged_documents  # noqa: E402
from bench import CORPUS  # noqa: E402
from package_rules import faults_of  # noqa: E402

warnings.filterwarnings('ignore', module='openpyxl')  # what it cannot keep of others' workbooks

DATA = {'Titel': 'Plan för å & <b>', 'Rader': [{'Namn': 'ett', 'Antal': 1}, {'Namn': 'två & <2>', 'Antal': 2.5},
                                               {'Namn': 'tre', 'Antal': 3}, {'Namn': 'fyra', 'Antal': 4},
                                               {'Namn': 'fem', 'Antal': 5}]}
FEWEST = {'docx': 10, 'xlsx': 10}  # files that are really filled


DOCUMENT_OF = {'.dotx': '.docx', '.xltx': '.xlsx'}


def rules_broken(path, folder):
    extension = path[-5:]
    if extension in DOCUMENT_OF:  # the rules go by the ending
        path = shutil.copy(path, os.path.join(folder, 'mall' + DOCUMENT_OF[extension]))
    try:
        return {re.sub(r'[A-Z]+[0-9]+ ', '', fault) for fault in faults_of(path)}  # cells move with what was put in
    except Exception as error:  # pylint: disable=broad-except  (a template may be odd in any way)
        return {f'reglerna kunde inte läsas: {type(error).__name__}'}


def validator_errors(path, validator):
    """By description alone: the places move with what was put in."""
    done = subprocess.run([validator, path], capture_output=True, text=True, check=False)
    try:
        answer = json.loads(done.stdout)
    except json.JSONDecodeError:
        return {f'validatorn svarade inte: {done.stdout[:100]}'}
    return set() if answer['ok'] else {error.get('description') for error in answer['errors']}


def opens(path, folder):
    profile = '-env:UserInstallation=file://' + os.path.join(folder, 'profil')
    subprocess.run(['soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path],
                   capture_output=True, timeout=300, check=False)
    return os.path.exists(os.path.join(folder, os.path.basename(path).rpartition('.')[0] + '.pdf'))


class Corpus:
    def __init__(self, program, validator, folder, chosen):
        self.program, self.validator, self.folder, self.chosen = os.path.abspath(program), validator, folder, chosen
        self.passed = self.failed = self.skipped = 0
        self.data = os.path.join(folder, 'data.json')
        with open(self.data, 'w', encoding='utf-8') as file:
            json.dump(DATA, file, ensure_ascii=False)

    def tell(self, name, faults):
        self.passed, self.failed = self.passed + (not faults), self.failed + bool(faults)
        print('FEL' if faults else 'ok', name, flush=True)
        for fault in faults[:5]:
            print(f'    {fault}')

    def fill(self, template, target):
        return subprocess.run([self.program, 'fyll', template, self.data, '--ut', target], capture_output=True,
                              text=True, timeout=120, check=False)

    def faults(self, original, template, target, kind, change):
        done = self.fill(template, target)
        if done.returncode != 0:
            return [f'slutkod {done.returncode}: {done.stderr[:300]!r}']
        found = list(kind.faults(original, target, change, DATA))
        found += sorted(rules_broken(target, self.folder) - rules_broken(original, self.folder))
        found += sorted(validator_errors(target, self.validator) - validator_errors(original, self.validator))
        if not opens(target, self.folder):
            found.append('LibreOffice öppnar det inte')
        return found

    def take(self, path, kind):
        """How many ways of putting in tags the file allowed."""
        name, made = os.path.basename(path), 0
        extension = DOCUMENT_OF.get(path[-5:], path[-5:])
        for change in kind.CHANGES:
            template = os.path.join(self.folder, f'{change}-{name}')
            try:
                reason = kind.put_tags(path, template, change)
            except etree.XMLSyntaxError as error:
                reason = f'XML som Office inte skriver ({error.msg})'
            if reason:
                self.skipped += 1
                print(f'hoppades över {name} ({change}): {reason}')
                continue
            made += 1
            target = os.path.join(self.folder, f'ut-{change}-{name[:-5]}{extension}')
            try:
                faults = self.faults(path, template, target, kind, change)
            except Exception:  # pylint: disable=broad-except  (one file must not hide the others)
                faults = traceback.format_exc().splitlines()[-3:]
            self.tell(f'{name} ({change})', faults)
        return made

    def run(self, kind, extension):
        folder = os.path.join(CORPUS, extension, 'valid')
        if not os.path.isdir(folder):
            self.skipped += 1
            return print(f'hoppades över: shared/corpus/{extension}/valid finns inte bredvid projektet')
        names = sorted(name for name in os.listdir(folder) if name[-5:] in kind.ENDINGS)
        names = [name for name in names if not self.chosen or any(part in name for part in self.chosen)]
        filled = sum(self.take(os.path.join(folder, name), kind) > 0 for name in names)
        if not self.chosen:
            self.tell(f'minst {FEWEST[extension]} {extension}-filer fylldes i', [] if filled >= FEWEST[extension] else [f'bara {filled}'])
        return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--validator', required=True)
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(options.program, options.validator, folder, options.names)
        corpus.run(tagged_documents, 'docx')
        corpus.run(tagged_books, 'xlsx')
        print(f'{corpus.skipped} hoppades över')
        print(f'{corpus.passed} passed, {corpus.failed} failed')
        sys.exit(corpus.failed > 0)


if __name__ == '__main__':
    main()
