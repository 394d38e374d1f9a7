"""The same facts give the same documents, to the byte: again, elsewhere, in another order, in other workbooks."""
import os

from bench import changes, contents
from rearranged import all_in_one, one_each, reverse_columns

FOLDERS = ('forskolenamnden-2025', 'ekdalens-stadsdelsnamnd-2026')
DOCUMENTS, PROTOCOL = 2, 'Granskningsprotokoll'


def documents(bench, folder, target, **environment):
    """The bytes of what `skapa` writes, by name."""
    result = bench.run('skapa', folder, '--ut', target, **environment)
    assert result.code == 0, result.err
    # The protocol tells of the workbooks themselves; its bytes are looked at in protocols.py.
    found = {name: data for name, data in contents(bench.path(target)).items() if not name.startswith(PROTOCOL)}
    assert len(found) == DOCUMENTS and all(found.values()), found.keys()
    return found


def same_documents(bench, change):
    """Faults of documents made before and after `change` of a copy of each sample folder."""
    for folder in FOLDERS:
        before = documents(bench, bench.sample(folder), f'ut-{folder}')
        other = bench.sample(folder, f'annan {folder}')
        changed = change(bench.path(other))
        if changed is not None and changed < 5:
            yield f'{folder}: bara {changed} blad ändrades'
        yield from (f'{folder}: {fault}' for fault in changes(before, documents(bench, other, f'ut-annan-{folder}')))


def check_same_input_gives_same_bytes(bench):
    yield from same_documents(bench, lambda folder: None)


def check_time_zone_locale_and_folder_do_not_matter(bench):
    for folder in FOLDERS:
        before = documents(bench, bench.sample(folder), f'ut-{folder}', TZ='Europe/Stockholm')
        other = bench.sample(folder, f'djupt/ned/Ås & Ö {folder}')
        after = documents(bench, os.path.join(bench.scratch, other), f'helt/annan/{folder}', TZ='Asia/Tokyo',
                          LC_ALL='C')
        yield from (f'{folder}: {fault}' for fault in changes(before, after))


def check_order_of_columns_does_not_matter(bench):
    yield from same_documents(bench, reverse_columns)


def check_all_sheets_in_one_workbook_is_the_same(bench):
    yield from same_documents(bench, all_in_one)


def check_a_workbook_for_each_sheet_is_the_same(bench):
    yield from same_documents(bench, one_each)


def check_other_facts_give_other_documents(bench):
    """So that the checks above compare something that can differ."""
    for folder in FOLDERS:
        before = documents(bench, bench.sample(folder), f'ut-{folder}')
        other = next(name for name in FOLDERS if name != folder)
        after = documents(bench, bench.sample(other, f'annan {folder}'), f'ut-annan-{folder}')
        if set(before.values()) & set(after.values()):
            yield f'{folder} och {other} gav samma dokument'
