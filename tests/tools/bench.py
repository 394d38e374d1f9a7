"""What checks of the whole program share: a bench to work on, runs of the program, and the lines 'ok'/'FEL'.

A check is a function of a Bench that yields a line for each fault it finds; it is named by its function.
"""
import argparse
import collections
import inspect
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

PROJECT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
CORPUS = os.path.join(PROJECT, '..', 'shared', 'corpus')
JUDGE = os.path.join(PROJECT, '..', 'shared', 'tools', 'judge.py')
LONGEST_RUN = 120  # seconds
SHOWN_FAULTS = 25

Result = collections.namedtuple('Result', 'code out err')


class Skip(Exception):
    """The check cannot be made here, and why."""


class Bench:
    """A folder of one check's own, and the program run in it."""

    def __init__(self, program, scratch):
        self.program, self.scratch = program, scratch

    def path(self, *names):
        return os.path.join(self.scratch, *names)

    def sample(self, name, target=None):
        """A fresh copy of a folder of sample-data, by the name it has here."""
        target = target or name
        shutil.copytree(os.path.join(PROJECT, 'sample-data', name), self.path(target))
        return target

    def run(self, *arguments, stdout=subprocess.PIPE, **environment):
        done = subprocess.run([self.program, *arguments], cwd=self.scratch, stdout=stdout, stderr=subprocess.PIPE,
                              text=True, env={**os.environ, **environment}, timeout=LONGEST_RUN)
        return Result(done.returncode, done.stdout or '', done.stderr)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)
        return name


def contents(folder):
    """The bytes of every file in a folder and below it, by path; folders have none."""
    found = {}
    for place, folders, files in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(place, name), folder)] = None
        for name in files:
            with open(os.path.join(place, name), 'rb') as file:
                found[os.path.relpath(os.path.join(place, name), folder)] = file.read()
    return found


def changes(before, after):
    """A fault for each file that is not as it was."""
    for name in sorted(set(before) | set(after)):
        if name not in after:
            yield f'{name} är borta'
        elif name not in before:
            yield f'{name} har blivit kvar'
        elif before[name] != after[name]:
            yield f'{name} har andra byte'


def expect_run(result, code, out=None, err=None):
    """A fault for each of exit code, standard output and standard error that is not what it should be."""
    if result.code != code:
        yield f'slutkod {result.code}, väntat {code}; standard fel: {result.err[:300]!r}'
    for name, text, wanted in (('standard ut', result.out, out), ('standard fel', result.err, err)):
        if wanted is not None and text != wanted:
            yield f'{name} är {text!r}, väntat {wanted!r}'


def refusal(code, message, place, hint):
    """The text of a refusal, as it stands on standard error."""
    return f'fel[{code}]: {message}\n  plats: {place}\n  tips: {hint}\n'


def outcome_of(check, program):
    """The mark and the lines that tell how a check went."""
    with tempfile.TemporaryDirectory(prefix='prov-') as scratch:
        faults = []
        try:
            for fault in check(Bench(program, scratch)):
                faults.append(fault)
        except Skip as reason:
            if not faults:
                return 'hoppar över', [str(reason)]
            faults.append(f'resten hoppas över: {reason}')
        except Exception:  # pylint: disable=broad-except  (one broken check must not hide the others)
            faults += traceback.format_exc().splitlines()[-6:]
    return ('FEL', faults) if faults else ('ok', [])


def main(module_doc, modules):
    """Runs every check of the modules, or those named, and exits."""
    parser = argparse.ArgumentParser(description=module_doc)
    parser.add_argument('--program', required=True)
    parser.add_argument('names', nargs='*', help='bara dessa prov')
    options = parser.parse_args()
    checks = {}
    for module in modules:
        for name, check in inspect.getmembers(module, inspect.isgeneratorfunction):
            if name.startswith('check_') and check.__module__ == module.__name__:
                assert name.removeprefix('check_') not in checks, name
                checks[name.removeprefix('check_')] = check
    if unknown := set(options.names) - set(checks):
        sys.exit(f'okända prov: {", ".join(sorted(unknown))}')
    counts = collections.Counter()
    for name, check in checks.items():
        if options.names and name not in options.names:
            continue
        mark, lines = outcome_of(check, os.path.abspath(options.program))
        counts[mark] += 1
        print(mark, name, flush=True)
        for line in lines[:SHOWN_FAULTS]:
            print(f'    {line}')
        if len(lines) > SHOWN_FAULTS:
            print(f'    … och {len(lines) - SHOWN_FAULTS} till')
    print(f'{counts["ok"]} passed, {counts["FEL"]} failed')
    sys.exit(counts['FEL'] > 0 or not counts['ok'])
