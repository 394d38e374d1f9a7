"""Holds the Swedish guides against the program: every code has its section, the table of tags is the program's own.

check_guides.py --program PATH
"""
import argparse
import glob
import re
import subprocess
import sys

CODE = re.compile(r'"((?:FIL|MALL|BLAN|UPPG|VOR|IKP|UPPF|INC|GDPR|REV|AKT|TEXT|LIST|REGL|PROT|NYAR)-\d{3}|M\d{3})"')
HEADING = re.compile(r'^## ((?:[A-Z]+-\d{3})|M\d{3})\b', re.M)
TABLE = re.compile(r'<!-- början på taggtabellen[^\n]*-->\n(.*?)<!-- slut på taggtabellen -->', re.S)


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def codes_in_source():
    codes = set()
    for path in glob.glob('src/**/*.[ch]pp', recursive=True):
        codes.update(CODE.findall(read(path)))
    return codes


def check_codes():
    """Every code that the program can tell is explained, and nothing is explained that it cannot tell."""
    source, guide = codes_in_source(), set(HEADING.findall(read('docs/sv/felkoder.md')))
    faults = [f'felkoder.md saknar {code}' for code in sorted(source - guide)]
    return faults + [f'felkoder.md förklarar {code}, som programmet inte har' for code in sorted(guide - source)]


def check_tags(program):
    """The guide's table of tags is what the program prints."""
    table = TABLE.search(read('docs/sv/mallguide.md'))
    printed = subprocess.run([program, 'falt', '--markdown'], check=True, capture_output=True, text=True).stdout
    if table is None:
        return ['mallguide.md har ingen taggtabell']
    return [] if table[1].strip() == printed.strip() else ['mallguide.md: taggtabellen är inte programmets egen']


def check_tested():
    """Every code stands in some test's expected text."""
    tests = ''.join(read(path) for path in glob.glob('tests/unit/**/*.cpp', recursive=True) +
                    glob.glob('tests/cases/**/expected-problems.txt', recursive=True) +
                    glob.glob('tests/cli/*.py'))
    return [f'ingen test visar {code}' for code in sorted(codes_in_source()) if code not in tests]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    program = parser.parse_args().program
    failed = 0
    checks = {'felkoder': check_codes, 'taggtabell': lambda: check_tags(program), 'prövade koder': check_tested}
    for name, check in checks.items():
        faults = check()
        failed += bool(faults)
        for fault in faults:
            print(f'FEL {name}: {fault}')
    print(f'{len(checks) - failed} passed, {failed} failed')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
