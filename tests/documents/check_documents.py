"""Holds every document that the samples and cases make against what others say of it.

check_documents.py --program PATH --validator PATH

Each document (a) keeps the rules of tests/tools/package_rules.py, (b) passes the Open XML validator, (c) opens in
LibreOffice, where every word of its outline is found in order.
"""
import argparse
import concurrent.futures
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in ('tools', 'cases'):
    sys.path.insert(0, os.path.join(HERE, '..', folder))

from outline import outline, unmarked  # noqa: E402
from package_rules import faults_of  # noqa: E402
from run_cases import Case  # noqa: E402

# All protocols are of one template: these are the long one, the one with every section, and one with odd texts.
PROTOCOLS = ('sextio-risker-och-hundratjugo-aktiviteter', 'ekdalens-stadsdelsnamnd-2026', 'specialtecken-i-texter')
CASES = os.path.join(HERE, '..', 'cases')


def make_all(program, folder):
    """The documents of every case that makes any, copied into `folder` under the case's name."""
    made = []
    for path in sorted(glob.glob(os.path.join(CASES, '*', 'case.txt'))):
        name = os.path.basename(os.path.dirname(path))
        with tempfile.TemporaryDirectory() as scratch:
            Case(name, program).run(scratch)
            for document in sorted(glob.glob(os.path.join(scratch, 'ut', '*.???x'))):
                protocol = os.path.basename(document).startswith('Granskningsprotokoll')
                if protocol and name not in PROTOCOLS:
                    continue
                target = os.path.join(folder, f'{name}{".protokoll" * protocol}{os.path.splitext(document)[1]}')
                shutil.copy(document, target)
                made.append(target)
                template = os.path.join(scratch, 'mall' + os.path.splitext(document)[1])
                if os.path.exists(template) and not protocol:
                    shutil.copy(template, f'{target}.mall{os.path.splitext(document)[1]}')
    return made


def rule_faults(path):
    own_template = os.path.exists(os.path.join(CASES, os.path.basename(path).rpartition('.')[0], 'mall.txt'))
    # Texts of the cases with special characters say {{Nämnd}}, and so does one data file.
    braces = any(name in os.path.basename(path) for name in ('specialtecken', 'tecken-som', 'infoga'))
    return faults_of(path, accessible=not own_template, expected_braces=braces)


def validator_faults(path, validator):
    """What the validator says of the document that it does not say of the template it was made from."""
    own = validator_errors(path, validator)
    template = path + '.mall' + os.path.splitext(path)[1]
    known = validator_errors(template, validator) if own and os.path.exists(template) else []
    return [error for error in own if error not in known][:5]


def validator_errors(path, validator):
    done = subprocess.run([validator, path], capture_output=True, text=True)
    try:
        answer = json.loads(done.stdout)
    except json.JSONDecodeError:
        return [f'validatorn svarade inte: {done.stdout[:200]}{done.stderr[:200]}']
    errors = [] if answer['ok'] else answer['errors']
    return [f"{error.get('description')} {error.get('path')} {error.get('xPath')}" for error in errors]


def convert_all(paths, folder):
    """PDFs of the documents, a few LibreOffice calls in all."""
    profile = '-env:UserInstallation=file://' + os.path.join(folder, 'profil')
    for start in range(0, len(paths), 12):
        subprocess.run(['soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder,
                        *paths[start:start + 12]], capture_output=True, timeout=300)


# Read aloud by a screen reader, and not shown.
ALTERNATIVE_TEXT = re.compile(r'\[bild: [^\]]*\]')


def words_of(text):
    # A hyphen at the end of a line is taken for one that parts a word.
    return re.findall(r'[0-9A-Za-zÅÄÖåäöÉé]+', re.sub('[\u00ad\u2011-]', '', text))


def find_words(words, shown, start):
    """Where the words end that follow one another from `start` on; a page's foot and head may come between two."""
    gap = 60
    for first in range(start, len(shown)):
        if shown[first] != words[0]:
            continue
        at = first
        for word in words[1:]:
            try:
                at = shown.index(word, at + 1, at + 1 + gap)
            except ValueError:
                break
        else:
            return at + 1
    return None


def reading_faults(path, folder):
    """Paragraphs of the document that LibreOffice does not show, or shows before those above them.

    A table's cells are wrapped side by side, and so are texts with tabs between them: their words are looked for
    wherever they are.
    """
    pdf = os.path.join(folder, os.path.basename(path).rpartition('.')[0] + '.pdf')
    if not os.path.exists(pdf):
        return ['LibreOffice öppnar det inte']
    text = subprocess.run(['pdftotext', '-enc', 'UTF-8', pdf, '-'], capture_output=True, text=True).stdout
    shown = words_of(text)
    anywhere, faults, at = ''.join(shown), [], 0
    for line in outline(path).partition('== ')[0].splitlines():
        line = ALTERNATIVE_TEXT.sub('', line)
        words = words_of(unmarked(line if line.startswith('|') else line.partition('] ')[2]))
        if line.startswith('|') or '→' in line:
            faults += [f'{word} syns inte: {line[:60]}' for word in words if word not in anywhere]
        elif words:
            found = find_words(words, shown, at)
            # A word that a narrow line cuts, or a narrow blank between two, is not read as it was written.
            if found is None and ''.join(words) not in ''.join(shown[at:]):
                faults.append(f'syns inte i ordning: {line[:60]}')
            at = found or at
    return faults[:5]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--validator', required=True)
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        made = make_all(options.program, folder)
        # Two names for a .docx and an .xlsx of one case would give one PDF: each kind has its own folder.
        words, books = os.path.join(folder, 'word'), os.path.join(folder, 'calc')
        os.makedirs(words)
        os.makedirs(books)
        validated = pool.map(lambda path: validator_faults(path, options.validator), made)
        convert_all([path for path in made if path.endswith('.docx')], words)
        convert_all([path for path in made if path.endswith('.xlsx')], books)
        for path, invalid in zip(made, validated):
            checks = {'regler': rule_faults(path), 'validator': invalid}
            if path.endswith('.docx'):
                checks['LibreOffice'] = reading_faults(path, words)
            else:
                pdf = os.path.join(books, os.path.basename(path)[:-5] + '.pdf')
                checks['LibreOffice'] = [] if os.path.exists(pdf) else ['LibreOffice öppnar det inte']
            for check, faults in checks.items():
                passed, failed = passed + (not faults), failed + bool(faults)
                for fault in faults:
                    print(f'FEL {os.path.basename(path)} ({check}): {fault}')
    print(f'{passed} passed, {failed} failed')
    sys.exit(failed > 0 or passed == 0)


if __name__ == '__main__':
    main()
