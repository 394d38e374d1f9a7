// Step 2, Kontrollera: what the program says of the workbooks, and what to do next.

import { $, buttons, count, download, keyed, put, setText, show } from './dom.js';
import { post } from './api.js';
import { goTo, page, part, reached, say } from './lage.js';
import { drawFindings } from './fynd.js';
import { showParagraph } from './forhandsvisning.js';
import { browseFiles } from './valj.js';

let copies = {}; // the marked copies, and the findings that they mark

export function verdict({ counts: { errors, warnings }, ready }) {
  if (errors) return `Det finns ${count(errors, 'fel', 'fel')} att rätta`;
  if (ready === 'no') return 'Det går inte att skapa dokumenten ännu';
  if (warnings) return `Inget hindrar. ${count(warnings, 'varning', 'varningar')} att se på`;
  return 'Inget hindrar';
}

function advice({ counts: { errors }, folder, ready, tally }) {
  if (!errors) return ready === 'no' ? 'Se vad som står nedan.' : tally && `I dokumenten kommer ${tally}`;
  const how = folder.dropped ? 'Rätta i Excel och välj filerna på nytt.' : 'Rätta i Excel och spara. Sidan läser om av sig själv.';
  return how + (ready === 'draft' ? ' Bara uppgifter saknas, så ett utkast går att göra redan nu: platserna märks ut.' : '');
}

function check() {
  goTo(2, 'verdict');
  say(`${verdict(page.state)}. ${page.state.counts.text}`);
}

// Dropped files can only be read again when they are handed in again.
async function recheck() {
  const { dropped, path } = page.state.folder;
  if (dropped) return browseFiles();
  await reached(await post('/api/choose', { path }));
  check();
}

async function makeCopies() {
  const of = JSON.stringify(page.state.findings);
  copies = { of, ...await post('/api/marked') };
  drawCopies(page.state);
  say(`${count(copies.files.length, 'granskad kopia', 'granskade kopior')} att hämta.`);
  $('marked-files').querySelector('a')?.focus();
}

function drawCopies(state) {
  const files = copies.of === JSON.stringify(state.findings) ? copies.files : [];
  keyed($('marked-files'), files, file => file.href, file => download(file));
  $('marked-files').hidden = !files.length;
}

part(({ state, step, draft }) => {
  show({ 'body-2': step === 2, 'brief-2': step > 2 });
  if (!state?.folder) return;
  const { ready, counts, findings } = state;
  const able = ready === 'yes' || (ready === 'draft' && draft);
  put({ 'brief-2-text': counts.text, verdict: verdict(state), advice: advice(state) });
  $('summary').classList.toggle('stop', counts.errors || ready === 'no');
  // One primary button: it makes the documents, or reads again what has been mended.
  show({ create: able, recheck: !able, 'create-draft': !able && ready === 'draft' });
  setText($('create'), draft ? 'Skapa utkast' : 'Skapa dokumenten');
  setText($('recheck'), state.folder.dropped ? 'Välj rättade filer' : 'Kontrollera igen');
  $('marked').hidden = !findings.some(group => group.items.some(item => item.cell));
  drawCopies(state);
  drawFindings($('findings'), findings, state.preview && showParagraph);
});

buttons({ check, 'to-2': check, again: check, recheck, marked: makeCopies });
