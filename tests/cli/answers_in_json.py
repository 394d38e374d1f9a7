"""What --json answers: the contract's keys and nothing but JSON on standard output."""
import hashlib
import json

SAMPLE, BROKEN = 'forskolenamnden-2025', 'trasig'
PROBLEM_KEYS = {'severity', 'code', 'file', 'sheet', 'cell', 'column', 'heading', 'paragraph', 'excerpt', 'message', 'hint', 'group'}
FILE_KEYS = {'role', 'path', 'sha256'}


def faults_of(answer):
    """Faults of the shape of an answer."""
    if set(answer) != {'problems', 'files'}:
        yield f'svaret har nycklarna {sorted(answer)}'
    for problem in answer['problems']:
        if missing := PROBLEM_KEYS - set(problem):
            yield f'{problem.get("code")} saknar {sorted(missing)}'
        if problem['severity'] not in ('fel', 'varning', 'upplysning') or not problem['message'].endswith('.'):
            yield f'{problem["severity"]}[{problem["code"]}]: {problem["message"]}'
    for file in answer['files']:
        if set(file) != FILE_KEYS:
            yield f'filen har nycklarna {sorted(file)}'


def check_json_of_skapa(bench):
    result = bench.run('skapa', bench.sample(SAMPLE), '--ut', 'ut', '--json')
    answer = json.loads(result.out)
    yield from faults_of(answer)
    if result.code != 0 or result.err:
        yield f'slutkod {result.code}, standard fel {result.err!r}'
    if [file['role'] for file in answer['files']] != ['rapport', 'plan', 'protokoll', 'protokoll']:
        yield f'filerna är {answer["files"]}'
    for file in answer['files']:
        with open(bench.path(file['path']), 'rb') as made:
            if hashlib.sha256(made.read()).hexdigest() != file['sha256']:
                yield f'{file["path"]} har annan sha256 än {file["sha256"]}'


def check_json_of_kontrollera(bench):
    result = bench.run('kontrollera', bench.sample(BROKEN), '--json')
    answer = json.loads(result.out)
    yield from faults_of(answer)
    if result.code != 3 or result.err or answer['files']:
        yield f'slutkod {result.code}, standard fel {result.err!r}, filer {answer["files"]}'
    cells = {(problem['file'], problem['sheet'], problem['cell'], problem['column']) for problem in answer['problems']}
    for place in (('VoR 2025.xlsx', 'VoR', 'D5', 'Sannolikhet'),
                  ('Aktiviteter 2025-2027.xlsx', 'Aktiviteter', 'F5', 'Ansvarig')):
        if place not in cells:
            yield f'{place} pekas inte ut'
    severities = [problem['severity'] for problem in answer['problems']]
    if not {'fel', 'varning', 'upplysning'} <= set(severities):
        yield f'bara {sorted(set(severities))} i svaret'


def check_json_counts_what_the_text_counts(bench):
    """Each place of the text is a problem of its own in the JSON."""
    bench.sample(BROKEN)
    answer = json.loads(bench.run('kontrollera', BROKEN, '--json').out)
    text = bench.run('kontrollera', BROKEN).err
    if text.count('  plats: ') != len(answer['problems']):
        yield f'{text.count("  plats: ")} platser i texten, {len(answer["problems"])} i svaret'


def check_json_of_a_template_and_of_the_fields(bench):
    bench.write('data.json', '{"Namn": "Åsa"}')
    fields = json.loads(bench.run('falt', '--json').out)
    if len(fields) < 100 or any(set(field) != {'list', 'name', 'tag', 'kind', 'help', 'value'} for field in fields):
        yield f'falt gav {len(fields)} fält, det första {fields[:1]}'


def check_json_also_of_a_refusal(bench):
    """The contract has no exception: a script that asked for JSON gets JSON, with the exit code of the refusal."""
    bench.write('fil', '')
    for words, code in ((['skapa', 'finns-inte'], 'FIL-064'), (['kontrollera', 'finns-inte'], 'FIL-064'),
                        (['skapa', bench.sample(SAMPLE), '--ut', 'fil'], 'FIL-073')):
        result = bench.run(*words, '--json')
        try:
            codes = [problem['code'] for problem in json.loads(result.out)['problems']]
        except json.JSONDecodeError:
            yield f'{" ".join(words)} --json: ingen JSON på standard ut, slutkod {result.code}, {result.err[:80]!r}'
            continue
        if code not in codes or result.code != 5:
            yield f'{" ".join(words)} --json: slutkod {result.code}, {codes}'
