// Step 3, Skapa: the documents, handed out.

import { $, buttons, count, download, keyed, put, show } from './dom.js';
import { post } from './api.js';
import { contents, goTo, page, part, say } from './lage.js';
import { ask } from './fraga.js';

const NAMES = { rapport: 'Rapporten', plan: 'Aktivitetsplanen', protokoll: 'Granskningsprotokollet' };

// The protocol is both a workbook and a page to read.
const plainName = ({ role, name }) => (NAMES[role] ? NAMES[role] + (/\.html$/i.test(name) ? ' att läsa här' : '') : name);

const mayReplace = names => ask('Dokumenten finns redan', `${count(names.length, 'fil', 'filer')} i mappen ersätts:`, names, 'Skriv över');

// The documents may have come there after the page last heard of the folder; then it is asked when they are found.
async function make(draft) {
  const there = page.state.target?.exists ?? [];
  const of = contents(page.state);
  if (there.length && !await mayReplace(there)) return;
  let answer;
  try {
    answer = await post('/api/documents', { draft, overwrite: there.length > 0 });
  } catch (error) {
    if (!error.body?.exists) throw error;
    if (!await mayReplace(error.body.exists)) return;
    answer = await post('/api/documents', { draft, overwrite: true });
  }
  page.created = { ...answer, draft, of };
  goTo(3, 'created-heading');
  say(`${$('created-heading').textContent}. ${answer.tally}`);
}

part(({ state, step, created }) => {
  $('body-3').hidden = step !== 3;
  if (!created || !state) return;
  const { opens, files, tally, folder } = created;
  const old = created.of !== contents(state);
  put({
    'created-heading': created.draft ? 'Utkastet är klart' : 'Dokumenten är klara',
    'created-text': old && 'Arbetsböckerna har ändrats sedan dokumenten skapades.',
    tally: tally && `I dokumenten: ${tally}`,
    'created-folder': opens && folder,
  });
  show({ open: opens && !old, 'back-to-check': old });
  keyed($('documents'), files, file => file.href, file => download(file, plainName(file)));
  // Where no folder can be opened, the report itself is the next thing.
  $('documents').querySelector('a')?.classList.toggle('primary', !opens && !old);
});

buttons({ create: () => make(page.draft), 'create-draft': () => make(true), open: () => post('/api/open') });
