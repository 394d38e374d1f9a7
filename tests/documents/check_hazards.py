"""Holds tests/HAZARDS.md against the tests: every hazard is there, and every test that it names.

check_hazards.py
"""
import glob
import re
import sys

EXPECTED = [f'{kind}{number:02}' for kind, numbers in (('W', [*range(1, 13), *range(20, 43)]), ('P', range(1, 10)),
                                                       ('L', range(1, 11)), ('X', range(1, 26))) for number in numbers]
LINE = re.compile(r'^\| ([WPLX]\d\d) \| ([^|]+) \| ([^|]*) \|$', re.M)
CASE = re.compile(r'TEST_CASE\(\s*"((?:[^"\\]|\\.|"\s*\n\s*")*)"')
CHECK = re.compile(r'^def check_(\w+)', re.M)


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def known_tests():
    cases = {re.sub(r'"\s*\n\s*"', '', name) for path in glob.glob('tests/unit/**/*.cpp', recursive=True)
             for name in CASE.findall(read(path))}
    checks = {name for folder in ('properties', 'cli') for path in glob.glob(f'tests/{folder}/*.py')
              for name in CHECK.findall(read(path))}
    return cases, checks


def faults_of(number, what, tests, cases, checks):
    named = re.findall(r'`([^`]+)`', tests)
    if not what.strip():
        yield f'{number} säger inte vad programmet gör'
    if not named:
        yield f'{number} har inget prov'
    for name in named:
        if name not in cases and name not in checks:
            yield f'{number}: provet ”{name}” finns inte'
    for name in sorted(cases):
        if name.startswith(number + ': ') and name not in named:
            yield f'{number}: provet ”{name}” står inte i tabellen'


def main():
    cases, checks = known_tests()
    lines = LINE.findall(read('tests/HAZARDS.md'))
    numbers = [line[0] for line in lines]
    failed = 0
    if numbers != EXPECTED:
        failed += 1
        print(f'FEL tabellen har inte varje fara en gång, i ordning: {sorted(set(EXPECTED) ^ set(numbers))}')
    for number, what, tests in lines:
        faults = list(faults_of(number, what, tests, cases, checks))
        failed += bool(faults)
        for fault in faults:
            print(f'FEL {fault}')
    print(f'{len(lines) + 1 - failed} passed, {failed} failed')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
