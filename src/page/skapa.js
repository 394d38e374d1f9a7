// Step 3, Skapa: the documents, handed out.

import { $, count, download, el, keyed, press, setText } from './dom.js';
import { post } from './api.js';
import { contents, goTo, page, part, say } from './lage.js';
import { ask } from './fraga.js';

const NAMES = { rapport: 'Rapporten', plan: 'Aktivitetsplanen', protokoll: 'Granskningsprotokollet' };

// Two files may have the same role: the protocol is both a workbook and a page to read.
function plainName(file) {
  const kind = /\.html$/i.test(file.name) ? ' att läsa här' : '';
  return NAMES[file.role] ? NAMES[file.role] + kind : file.name;
}

function mayOverwrite(names) {
  return ask({
    heading: 'Dokumenten finns redan',
    text: `${count(names.length, 'fil', 'filer')} i mappen ersätts:`,
    list: names,
    yes: 'Skriv över',
  });
}

async function make(draft) {
  let overwrite = false;
  const there = page.state.target?.exists ?? [];
  if (there.length) {
    overwrite = await mayOverwrite(there);
    if (!overwrite) return;
  }
  const of = contents(page.state);
  const made = await attempt(draft, overwrite);
  if (!made) return;
  page.created = { ...made, draft, of };
  goTo(3, 'created-heading');
  say(`${$('created-heading').textContent}. ${made.tally}`);
}

// The documents may have come there after the page last heard of the folder; then it is asked now.
async function attempt(draft, overwrite) {
  try {
    return await post('/api/documents', { draft, overwrite });
  } catch (error) {
    if (!error.body?.exists || overwrite) throw error;
    return await mayOverwrite(error.body.exists) ? post('/api/documents', { draft, overwrite: true }) : null;
  }
}

const stale = ({ state, created }) => created.of !== contents(state);

function draw({ state, step, created }) {
  $('step-3').classList.toggle('ahead', step < 3);
  $('body-3').hidden = step !== 3;
  if (!created || !state) return;
  const old = stale({ state, created });
  const opens = created.opens && !old;
  setText($('created-heading'), created.draft ? 'Utkastet är klart' : 'Dokumenten är klara');
  setText($('created-text'), old ? 'Arbetsböckerna har ändrats sedan dokumenten skapades.' : '');
  $('created-text').hidden = !old;
  $('open').hidden = !opens;
  $('back-to-check').hidden = !old;
  keyed($('documents'), created.files, file => file.href, file => el('li', {}, download(file.href, plainName(file), file.name)));
  // Where no folder can be opened, the report itself is the next thing.
  $('documents').querySelector('a')?.classList.toggle('primary', !opens && !old);
  setText($('tally'), created.tally ? `I dokumenten: ${created.tally}` : '');
  setText($('created-folder'), created.opens ? created.folder : '');
}

press('create', () => make(page.draft), 'check-problem');
press('create-draft', () => make(true), 'check-problem');
press('open', () => post('/api/open'), 'create-problem');
part(draw);
