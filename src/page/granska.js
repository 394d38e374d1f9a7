// Step 2, Kontrollera: what the program says of the workbooks, and the one thing to do next.

import { $, count, download, el, keyed, press, setText } from './dom.js';
import { post } from './api.js';
import { goTo, page, part, reached, say } from './lage.js';
import { besides, drawFindings } from './fynd.js';
import { showParagraph } from './forhandsvisning.js';
import { browseFiles } from './valj.js';

let copies = { of: '', files: [] }; // the marked copies, and the findings that they mark

/** What the check says, in one line. */
export function verdict(state) {
  const { errors, warnings, notes } = state.counts;
  if (errors) return `Det finns ${count(errors, 'fel', 'fel')} att rätta`;
  if (state.ready === 'no') return 'Det går inte att skapa dokumenten ännu';
  if (warnings) return `Inget hindrar. ${count(warnings, 'varning', 'varningar')} att se på`;
  return notes ? 'Inga fel och inga varningar' : 'Allt stämmer';
}

function advice(state) {
  const more = besides(state.counts);
  if (state.counts.errors) {
    const how = state.folder.dropped
      ? 'Rätta i Excel och välj filerna på nytt.'
      : 'Rätta i Excel och spara. Sidan läser om av sig själv.';
    const draft = state.ready === 'draft' ? ' Bara uppgifter saknas, så ett utkast går att göra redan nu: platserna märks ut.' : '';
    return `${how}${draft}${more ? ` Det finns också ${more}.` : ''}`;
  }
  return state.ready === 'no' ? 'Se vad som står nedan.' : state.tally && `I dokumenten kommer ${state.tally}`;
}

// --- What can be done ---

async function check() {
  if (!page.state?.folder) return;
  goTo(2, 'summary-heading');
  say(`${verdict(page.state)}. ${page.state.counts.text}`);
}

// Reads the workbooks again; for files that were dropped, the person hands them in again.
async function recheck() {
  const { folder } = page.state;
  if (folder.dropped) return browseFiles();
  const { number } = await post('/api/choose', { path: folder.path });
  await reached(number);
  await check();
}

async function makeCopies() {
  const of = JSON.stringify(page.state.findings);
  const { files } = await post('/api/marked');
  copies = { of, files };
  drawCopies(page.state);
  say(`${count(files.length, 'granskad kopia', 'granskade kopior')} att hämta.`);
  $('marked-files').querySelector('a')?.focus();
}

// --- Drawing ---

function drawCopies(state) {
  const files = copies.of === JSON.stringify(state.findings) ? copies.files : [];
  keyed($('marked-files'), files, file => file.href, file => el('li', {}, download(file.href, file.name, file.name)));
  $('marked-files').hidden = !files.length;
}

// One primary button. Where documents can be made it makes them; else it reads again what has been mended.
function drawActions(state, draft) {
  const able = state.ready === 'yes' || (state.ready === 'draft' && draft);
  $('create').hidden = !able;
  setText($('create'), draft ? 'Skapa utkast' : 'Skapa dokumenten');
  $('recheck').hidden = able;
  setText($('recheck'), state.folder?.dropped ? 'Välj rättade filer' : 'Kontrollera igen');
  $('create-draft').hidden = able || state.ready !== 'draft';
  $('marked').hidden = !state.findings.some(group => group.items.some(item => item.cell));
}

function draw({ state, step, draft }) {
  $('step-2').classList.toggle('ahead', step < 2);
  $('body-2').hidden = step !== 2;
  $('brief-2').hidden = step <= 2;
  if (!state?.folder) return;
  setText($('brief-2-text'), state.counts.text);
  $('summary').className = `summary ${state.counts.errors || state.ready === 'no' ? 'stop' : 'fine'}`;
  setText($('summary-heading'), verdict(state));
  setText($('summary-text'), advice(state));
  drawActions(state, draft);
  drawCopies(state);
  drawFindings($('findings'), state.findings, state.preview ? showParagraph : null);
}

press('check', check);
press('to-2', () => goTo(2, 'summary-heading'));
press('back-to-check', check);
press('recheck', recheck, 'check-problem');
press('marked', makeCopies, 'check-problem');
part(draw);
