"""Exit codes, help and what is said of a command that is wrong, word for word."""
import os

import docx
from bench import contents, expect_run, refusal

TEXTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'texts')
COMMANDS = ('oppna', 'skapa', 'kontrollera', 'varifran', 'tolka', 'ny', 'mallkontroll', 'mallprov', 'fyll', 'falt',
            'celler')
SAMPLE, BROKEN, OTHER = 'forskolenamnden-2025', 'trasig', 'ekdalens-stadsdelsnamnd-2026'
READY = 'Arbetsböckerna har inga fel; dokumenten kan skapas.\n'
HELP = 'Hjälp: genomgang --hjalp\n'

# Wrong use: the words, and the sentence on standard error before the line about help.
WRONG_USE = (
    (['skap', 'x'], 'Kommandot ”skap” finns inte. Menade du ”skapa”?'),
    (['kontrolera', 'x'], 'Kommandot ”kontrolera” finns inte. Menade du ”kontrollera”?'),
    (['mallkontrol'], 'Kommandot ”mallkontrol” finns inte. Menade du ”mallkontroll”?'),
    (['xyzzy'], 'Kommandot ”xyzzy” finns inte.'),
    (['--utkast'], 'Kommandot ”--utkast” finns inte.'),
    (['skapa'], 'Kommandot ”skapa” ska följas av MAPP.'),
    (['fyll', 'bara-en.docx'], 'Kommandot ”fyll” ska följas av MALL DATA.json.'),
    (['varifran', 'bara-en.docx'], 'Kommandot ”varifran” ska följas av DOKUMENT TEXT.'),
    (['celler'], 'Kommandot ”celler” ska följas av BOK.xlsx.'),
    (['skapa', 'a', 'b'], 'Ordet ”b” är ett för mycket för ”skapa”. Skriv namn med blanksteg inom citattecken.'),
    (['skapa', 'a', '--utkst'], 'Valet ”--utkst” finns inte för ”skapa”. Menade du ”--utkast”?'),
    (['skapa', 'a', '--skrivover'], 'Valet ”--skrivover” finns inte för ”skapa”. Menade du ”--skriv-over”?'),
    (['kontrollera', 'a', '--strick'], 'Valet ”--strick” finns inte för ”kontrollera”. Menade du ”--strikt”?'),
    (['fyll', 'a', 'b', '--utt', 'c'], 'Valet ”--utt” finns inte för ”fyll”. Menade du ”--ut”?'),
    (['celler', 'a', '--json'], 'Valet ”--json” finns inte för ”celler”.'),
    (['skapa', 'a', '--ut'], 'Valet ”--ut” ska följas av MAPP.'),
    (['skapa', 'a', '--mall'], 'Valet ”--mall” ska följas av FIL.docx.'),
    (['fyll', 'a', 'b'], 'Skriv det ifyllda dokumentets namn: --ut FIL.'),
    (['ny', 'a'], 'Skriv nämndens namn: --namnd "förskolenämnden".'),
    (['ny', 'a', '--namnd', ' ', '--ar', '2026'], 'Skriv nämndens namn: --namnd "förskolenämnden".'),
    (['ny', 'a', '--namnd', 'x'], 'Skriv vilket år arbetsböckerna gäller: --ar 2026.'),
    (['ny', 'a', '--namnd', 'x', '--ar', 'i år'], '”i år” är inget år mellan 2021 och 2097.'),
    (['ny', 'a', '--namnd', 'x', '--ar', '2026,5'], '”2026,5” är inget år mellan 2021 och 2097.'),
    (['ny', 'a', '--plan', 'b.xlsx'], '--plan hör ihop med --fran FJOLÅRETS_MAPP.'),
    (['ny', 'a', '--fran', 'b', '--ar', '1999'], '”1999” är inget år mellan 2021 och 2097.'),
    (['ny', 'a', '--namnd', 'x', '--ar', '1999'], '”1999” är inget år mellan 2021 och 2097.'),
)


def text_of(name):
    with open(os.path.join(TEXTS, name), encoding='utf-8') as file:
        return file.read()


def check_help_says_every_command(bench):
    for word in ('--hjalp', '--help', '-h', 'hjalp'):
        yield from expect_run(bench.run(word), 0, text_of('hjalp.txt'), '')


def check_help_of_each_command(bench):
    for command in COMMANDS:
        for word in ('--hjalp', '--help', '-h'):
            yield from expect_run(bench.run(command, word), 0, text_of(f'hjalp-{command}.txt'), '')


def check_help_before_anything_else(bench):
    """A wrong option beside --hjalp gives the help and writes nothing."""
    yield from expect_run(bench.run('skapa', 'finns-inte', '--utkst', '--hjalp'), 0, text_of('hjalp-skapa.txt'), '')
    if contents(bench.scratch):
        yield 'hjälpen skrev något'


def check_wrong_use_is_exit_2_with_its_sentence(bench):
    for words, sentence in WRONG_USE:
        faults = list(expect_run(bench.run(*words), 2, '', f'{sentence}\n{HELP}'))
        yield from (f'{" ".join(words)}: {fault}' for fault in faults)
    if contents(bench.scratch):
        yield 'fel i kommandot skrev något'


def check_a_command_written_with_swedish_letters_is_meant(bench):
    """No command has å, ä or ö, so people who spell it right get it wrong."""
    yield from expect_run(bench.run('fält'), 2, '', f'Kommandot ”fält” finns inte. Menade du ”falt”?\n{HELP}')
    yield from expect_run(bench.run('skapa', 'a', '--skriv-över'), 2, '',
                          f'Valet ”--skriv-över” finns inte för ”skapa”. Menade du ”--skriv-over”?\n{HELP}')


def check_words_after_two_hyphens_are_names(bench):
    yield from expect_run(bench.run('kontrollera', '--', '--utkast'), 5, '',
                          refusal('FIL-064', 'Mappen finns inte.', '--utkast', 'Kontrollera namnet.'))


def check_exit_0_of_workbooks_without_errors(bench):
    result = bench.run('kontrollera', bench.sample(OTHER))
    yield from expect_run(result, 0, '', text_of('varningar.txt'))
    if not result.err.endswith(READY):
        yield 'sista raden säger inte att dokumenten kan skapas'


def check_exit_1_of_warnings_under_strikt(bench):
    yield from expect_run(bench.run('kontrollera', bench.sample(OTHER), '--strikt'), 1, '', text_of('varningar.txt'))
    result = bench.run('skapa', OTHER, '--strikt', '--ut', 'ut')
    names = ('Ledningens genomgång 2026 Ekdalens stadsdelsnämnd.docx',
             'Aktivitetsplan 2026 Ekdalens stadsdelsnämnd.xlsx',
             'Granskningsprotokoll 2026 Ekdalens stadsdelsnämnd.xlsx',
             'Granskningsprotokoll 2026 Ekdalens stadsdelsnämnd.html')
    yield from expect_run(result, 1, ''.join(f'ut/{name}\n' for name in names),
                          text_of('varningar.txt').removesuffix(READY) + text_of('i-dokumenten.txt'))
    if set(contents(bench.path('ut'))) != set(names):
        yield f'--strikt skrev {list(contents(bench.path("ut")))}'


def check_strikt_without_warnings_is_exit_0(bench):
    template = bench.write('data.json', '{}')
    document = docx.Document()
    document.save(bench.path('mall.docx'))
    yield from expect_run(bench.run('fyll', 'mall.docx', template, '--ut', 'ut.docx', '--strikt'), 0, 'ut.docx\n', '')


def check_exit_3_of_errors_in_workbooks(bench):
    bench.sample(BROKEN)
    yield from expect_run(bench.run('kontrollera', BROKEN), 3, '', text_of('fel-i-arbetsbockerna.txt'))
    before = contents(bench.path(BROKEN))
    result = bench.run('skapa', BROKEN)
    if result.code != 3 or result.out or not result.err.endswith('\nInga dokument skrevs.\n'):
        yield f'skapa: slutkod {result.code}, {result.err[-200:]!r}'
    if contents(bench.path(BROKEN)) != before:
        yield 'skapa skrev något trots felen'


def check_exit_4_of_errors_in_a_template(bench):
    document = docx.Document()
    document.add_paragraph('Till {{Nämdn}} och {{om VoR finns}}')
    document.save(bench.path('mall.docx'))
    text = text_of('fel-i-mallen.txt')
    yield from expect_run(bench.run('mallkontroll', 'mall.docx'), 4, '', text)
    yield from expect_run(bench.run('skapa', bench.sample(SAMPLE), '--mall', 'mall.docx', '--ut', 'ut'), 4, '')
    if os.path.exists(bench.path('ut')):
        yield 'skapa skrev något trots felen i mallen'


def check_exit_5_of_a_missing_folder(bench):
    for command in ('skapa', 'kontrollera', 'falt'):
        yield from expect_run(bench.run(command, 'finns inte'), 5, '',
                              refusal('FIL-064', 'Mappen finns inte.', 'finns inte', 'Kontrollera namnet.'))


def check_version(bench):
    yield from expect_run(bench.run('--version'), 0, 'genomgang 0.1.0\n', '')


def check_the_help_names_every_option_of_the_contract(bench):
    """The table 'Commands' of the contract: an option that cannot be used yet says so in the help."""
    options = {'skapa': ('--ut', '--utkast', '--mall', '--planmall', '--offentlig', '--skriv-over', '--json'),
               'kontrollera': ('--json',), 'ny': ('--namnd', '--ar', '--fran', '--plan'), 'fyll': ('--ut',),
               'mallkontroll': ('--data', '--ut'), 'falt': ('--json', '--ut'), 'mallprov': ('--ut', '--data')}
    for command, names in options.items():
        words = bench.run(command, '--hjalp').out.split()
        yield from (f'hjälpen till {command} nämner inte {name}' for name in names if name not in words)
