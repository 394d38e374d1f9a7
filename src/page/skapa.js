// Step 3, Skapa: the documents, handed out.

import { $, buttons, count, download, keyed, NAMES, put, show } from './dom.js';
import { post, session } from './api.js';
import { contents, goTo, page, part, say } from './lage.js';
import { ask } from './fraga.js';

// The program says when documents lie there already; only the person can say that they may go.
async function make(draft, overwrite = false) {
  const of = contents(page.state);
  let answer;
  say('Dokumenten skapas.');
  try {
    answer = await post('/api/documents', { draft, overwrite, pageNumbers: $('numbers').checked });
  } catch (error) {
    const names = error.body?.exists;
    if (!names) throw error;
    const yes = await ask('Dokumenten finns redan', `${count(names.length, 'fil', 'filer')} i mappen ersätts:`, names, 'Skriv över');
    return yes && make(draft, true);
  }
  page.created = { ...answer, draft, of };
  goTo(3, 'made');
  say(`${$('made').textContent}. ${answer.tally}`);
}

part(({ state, step, created }) => {
  $('body-3').hidden = step !== 3;
  if (!created || !state) return;
  const { opens, files, tally, folder, note } = created;
  const old = created.of !== contents(state);
  put({
    made: created.draft ? 'Utkastet är klart' : 'Dokumenten är klara',
    stale: old ? 'Arbetsböckerna har ändrats sedan dokumenten skapades.' : note,
    tally: tally && `I dokumenten: ${tally}`,
    where: folder,
  });
  show({ open: opens && !old, again: old });
  keyed($('documents'), files, file => file.href, file => download(file, NAMES[file.role]));
  // Where no folder can be opened, the report itself is the next thing.
  $('documents').querySelector('a')?.classList.toggle('primary', !opens && !old);
});

buttons({ create: () => make(page.draft), 'create-draft': () => make(true), open: () => post('/api/open') });
session.then(({ pageNumbers }) => show({ number: pageNumbers }), () => {});
