"""Files and folders that cannot be read or written: each code FIL-050..FIL-079 with its whole text.

Those of writing documents are in writing_of_documents, of disks that fail in full_disks and failing_calls.
"""
import glob
import os
import re
import shutil
import subprocess

import docx
from bench import PROJECT, Result, Skip, contents, expect_run, refusal
from small_disk import disk

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = 'forskolenamnden-2025'
NOBODY = 65534


def text_of_all(pattern):
    texts = []
    for path in glob.glob(pattern):
        with open(path, encoding='utf-8') as file:
            texts.append(file.read())
    return ''.join(texts)


def check_every_code_of_files_is_shown_here(bench):
    """Codes in the sources of cli and full, against those in the checks beside this one."""
    sources = ''.join(text_of_all(os.path.join(PROJECT, 'src', folder, '*.cpp')) for folder in ('cli', 'full'))
    codes = set(re.findall(r'"(FIL-0[567]\d)"', sources))
    checks = set(re.findall(r"[' [](FIL-0[567]\d)['\]]", text_of_all(os.path.join(HERE, '*.py'))))
    if len(codes) < 15:
        yield f'bara {len(codes)} koder hittades i källkoden'
    yield from (f'{code} visas inte av något prov' for code in sorted(codes - checks))
    yield from (f'{code} finns inte i källkoden' for code in sorted(checks - codes))


def check_data_that_is_not_json(bench):
    docx.Document().save(bench.path('mall.docx'))
    hint = 'Rätta filen; den ska innehålla ett objekt, {"Namn": "värde"}.'
    for text, detail in (('{', ''), ('', ''), ('{"a": 1} x', ''), ('[1]', ': det yttersta är inget objekt'),
                         ('[' * 200, '')):
        data = bench.write('data.json', text)
        wanted = refusal('FIL-050', f'Filen är inte giltig JSON{detail}.', 'data.json', hint)
        yield from (f'{text[:20]!r}: {fault}' for fault in
                    expect_run(bench.run('fyll', 'mall.docx', data, '--ut', 'ut.docx'), 5, '', wanted))
    if os.path.exists(bench.path('ut.docx')):
        yield 'ett dokument skrevs'


def check_data_with_control_characters_and_one_name_twice(bench):
    docx.Document().save(bench.path('mall.docx'))
    data = bench.write('data.json', '{"Namn": "a\\u0002b"}')
    warning = ('varning[FIL-053]: Värdet ”Namn” innehåller tecken som ett dokument inte kan ha; de har tagits bort.\n'
               '  plats: data.json\n  tips: Ta bort styrtecknen ur filen.\n\n0 fel, 1 varning, 0 upplysningar\n')
    yield from expect_run(bench.run('fyll', 'mall.docx', data, '--ut', 'ut.docx'), 0, 'ut.docx\n', warning)
    data = bench.write('data.json', '{"Namn": "a", "namn": "b"}')
    wanted = refusal('FIL-054', 'Nycklarna ”Namn” och ”namn” är samma namn i mallspråket.', 'data.json',
                     'Byt namn på den ena.') + '\n1 fel, 0 varningar, 0 upplysningar\nInget dokument skrevs.\n'
    yield from expect_run(bench.run('fyll', 'mall.docx', data, '--ut', 'två.docx'), 5, '', wanted)
    if os.path.exists(bench.path('två.docx')):
        yield 'ett dokument skrevs'


def check_files_of_other_kinds_are_told(bench):
    bench.sample(SAMPLE)
    before = bench.run('kontrollera', SAMPLE).err
    names = ('gammal.xls', 'binär.xlsb', 'makron.xlsm', 'lista.csv', 'libre.ods')
    for name in names:
        bench.write(f'{SAMPLE}/{name}', 'något')
    text = bench.run('kontrollera', SAMPLE).err
    places = ''.join(f'  plats: {name}\n' for name in sorted(names))
    wanted = ('varning[FIL-051]: 5 filer läses inte; bara arbetsböcker som är sparade som .xlsx läses.\n' + places +
              '  tips: Hör den till underlaget, öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).\n\n')
    if wanted not in text or 'FIL-051' in before or text.count('FIL-051') != 1:
        yield f'filerna sägs inte så: {wanted!r}'


def check_an_open_workbook_is_told(bench):
    bench.sample(SAMPLE)
    for lock in ('~$VoR 2025.xlsx', '~$ndeuppgifter.xlsx', '~$unduppgifter.xlsx', '.~lock.Omvärld.xlsx#'):
        bench.write(f'{SAMPLE}/{lock}', 'Åsa')
    text = bench.run('kontrollera', SAMPLE).err
    wanted = ('upplysning[FIL-052]: 3 arbetsböcker verkar vara öppna i Excel; det som senast sparades läses.\n'
              '  plats: Grunduppgifter.xlsx\n  plats: Omvärld.xlsx\n  plats: VoR 2025.xlsx\n'
              '  tips: Spara den i Excel om du har ändrat något.\n')
    if wanted not in text or text.count('FIL-052') != 1 or '~$' in text:
        yield f'arbetsböckerna sägs inte så: {wanted!r}'


def check_two_pictures_of_one_name(bench):
    bench.sample(SAMPLE)
    os.mkdir(bench.path(f'{SAMPLE}/bilder'))
    for name in ('logga.jpg', 'logga.png'):
        bench.write(f'{SAMPLE}/bilder/{name}', 'bild')
    text = bench.run('skapa', SAMPLE).err
    wanted = ('varning[FIL-055]: Bilderna ”logga.jpg” och ”logga.png” har samma namn i mallspråket; den första används.\n'
              '  plats: bilder\n  tips: Byt namn på den ena eller ta bort den.\n')
    if wanted not in text:
        yield f'{wanted!r} sägs inte'


def check_a_missing_file(bench):
    wanted = refusal('FIL-060', 'Filen finns inte.', 'saknas.xlsx', 'Kontrollera namnet och mappen.')
    for words in (['celler', 'saknas.xlsx'], ['mallkontroll', 'saknas.xlsx'],
                  ['skapa', bench.sample(SAMPLE), '--planmall', 'saknas.xlsx']):
        yield from expect_run(bench.run(*words), 5, '', wanted)


def run_as_nobody(bench, *words):
    """The program run by a user who owns nothing here; skips where that cannot be."""
    if os.geteuid() != 0:
        return bench.run(*words)
    os.chmod(bench.scratch, 0o755)
    try:
        done = subprocess.run([bench.program, *words], cwd=bench.scratch, capture_output=True, text=True, user=NOBODY,
                              group=NOBODY, extra_groups=[])
        return Result(done.returncode, done.stdout, done.stderr)
    except PermissionError as reason:
        raise Skip(f'programmet kan inte köras av en annan användare: {reason}') from reason


def check_a_file_and_a_folder_without_the_right_to_read(bench):
    path = bench.path(bench.write('hemlig.xlsx', ''))
    os.chmod(path, 0)
    yield from expect_run(run_as_nobody(bench, 'celler', 'hemlig.xlsx'), 5, '', refusal(
        'FIL-061', 'Du har inte rätt att läsa filen.', 'hemlig.xlsx', 'Be ägaren om läsrätt, eller kopiera filen.'))
    os.mkdir(bench.path('stängd'), 0)
    yield from expect_run(run_as_nobody(bench, 'kontrollera', 'stängd'), 5, '', refusal(
        'FIL-066', 'Mappen kan inte läsas.', 'stängd', 'Kontrollera att du har rätt att läsa den.'))


def check_a_file_that_cannot_be_read(bench):
    os.symlink('runt.xlsx', bench.path('runt.xlsx'))
    yield from expect_run(bench.run('celler', 'runt.xlsx'), 5, '', refusal(
        'FIL-062', 'Filen kan inte läsas.', 'runt.xlsx',
        'Försök igen; ligger den på en nätverksenhet, kopiera den till datorn.'))


def check_a_folder_where_a_file_is_meant_and_the_other_way(bench):
    folder = bench.sample(SAMPLE)
    yield from expect_run(bench.run('celler', folder), 5, '', refusal(
        'FIL-063', 'Det är en mapp och ingen fil.', folder, 'Skriv namnet på en fil.'))
    file = f'{folder}/VoR 2025.xlsx'
    for command in ('skapa', 'kontrollera'):
        yield from expect_run(bench.run(command, file), 5, '', refusal(
            'FIL-065', 'Det är ingen mapp.', file, 'Skriv namnet på mappen som arbetsböckerna ligger i.'))
    yield from expect_run(bench.run('skapa', 'saknas'), 5, '',
                          refusal('FIL-064', 'Mappen finns inte.', 'saknas', 'Kontrollera namnet.'))


def check_a_program_without_its_other_files(bench):
    os.mkdir(bench.path('ensam'))
    shutil.copy(bench.program, bench.path('ensam', 'genomgang'))
    bench.program, folder = bench.path('ensam', 'genomgang'), bench.sample(SAMPLE)
    yield from expect_run(bench.run('skapa', folder), 5, '', refusal(
        'FIL-067', 'Programmets mallar finns inte där de ska.', bench.path('ensam'),
        'Installera programmet på nytt.'))
    missing = bench.path('ensam', 'genomgang-full')
    yield from expect_run(bench.run('falt'), 5, '',
                          f'En del av programmet saknas: {missing}\nInstallera programmet på nytt.\n')


def check_a_folder_for_temporary_files_that_takes_none(bench):
    """No such folder, and one without room for a folder: never our own fault (exit 70)."""
    hint = 'Frigör plats där, eller välj en annan mapp med TMPDIR.'
    message = 'Mappen för tillfälliga filer går inte att skriva i.'
    new = ['ny', 'mapp', '--namnd', 'nämnden', '--ar', '2026']
    missing = bench.path('saknas')
    yield from (f'mappen saknas: {fault}' for fault in
                expect_run(bench.run(*new, TMPDIR=missing), 5, '', refusal('FIL-078', message, missing, hint)))
    with disk(bench.path('full'), 'size=4096,nr_inodes=1') as full:
        yield from (f'mappen är full: {fault}' for fault in
                    expect_run(bench.run(*new, TMPDIR=full), 5, '', refusal('FIL-078', message, full, hint)))
    if 'mapp' in contents(bench.scratch):
        yield 'mappen skrevs ändå'
