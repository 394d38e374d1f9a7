"""Adds up the counts of the kinds of test: the last line 'N passed, N failed' of each log."""
import re
import sys

COUNTS = re.compile(r'^(\d+) passed, (\d+) failed', re.M)
CATCH_ALL = re.compile(r'^All tests passed \(\d+ assertions? in (\d+) test cases?\)', re.M)
CATCH_SOME = re.compile(r'^test cases: +(\d+) \| +(?:(\d+) passed \| +)?(\d+) failed', re.M)


def counts(text):
    """Passed and failed tests of one log."""
    found = COUNTS.findall(text)
    if found:
        return tuple(map(int, found[-1]))
    if match := CATCH_ALL.search(text):
        return int(match[1]), 0
    if match := CATCH_SOME.search(text):
        return int(match[2] or 0), int(match[3])
    # A check that counts nothing: it passed when it said what it looked at.
    return (1, 0) if 'source files keep to the levels' in text else (0, 1)


passed = failed = 0
for path in sys.argv[1:]:
    with open(path, encoding='utf-8', errors='replace') as log:
        ok, bad = counts(log.read())
    passed += ok
    failed += bad
print(f'{passed} passed, {failed} failed')
