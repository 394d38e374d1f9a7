"""Page numbers in the contents: the page makes the same documents as the command."""
import os

from server import Page

SAMPLE = 'forskolenamnden-2025'


def documents(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), 'rb') as file:
            found[name] = file.read()
    return found


def check_numbered_documents_are_those_of_the_command(bench):
    folder = bench.sample(SAMPLE)
    bench.run('skapa', folder, '--ut', 'ut', '--sidnummer')
    with Page(bench, folder) as page:
        if not page.json('GET', '/api/session')['pageNumbers']:
            yield 'sidan erbjuder inga sidnummer, fast LibreOffice finns'
        answer = page.json('POST', '/api/documents', {'pageNumbers': True})
    if answer.get('note') != '':
        yield f'sidan säger {answer}'
    made, wanted = documents(bench.path(folder, 'dokument')), documents(bench.path('ut'))
    if list(made) != list(wanted) or len(made) != 4:
        yield f'sidan gjorde {list(made)}, kommandot {list(wanted)}'
    yield from (f'{name} är inte som kommandots' for name in wanted if made.get(name) != wanted[name])
