// Step 2, Kontrollera: what the program says of the workbooks, and the one thing to do next.

import { $, buttons, count, download, keyed, put, setText, show } from './dom.js';
import { post } from './api.js';
import { goTo, page, part, reached, say } from './lage.js';
import { drawFindings } from './fynd.js';
import { showParagraph } from './forhandsvisning.js';
import { browseFiles } from './valj.js';

let copies = { files: [] }; // the marked copies, and the findings that they mark

/** What the check says, in one line. */
export function verdict({ counts: { errors, warnings, notes }, ready }) {
  if (errors) return `Det finns ${count(errors, 'fel', 'fel')} att rätta`;
  if (ready === 'no') return 'Det går inte att skapa dokumenten ännu';
  if (warnings) return `Inget hindrar. ${count(warnings, 'varning', 'varningar')} att se på`;
  return notes ? 'Inga fel och inga varningar' : 'Allt stämmer';
}

function advice({ counts: { errors, warnings, notes }, folder, ready, tally }) {
  if (!errors) return ready === 'no' ? 'Se vad som står nedan.' : tally && `I dokumenten kommer ${tally}`;
  const more = [warnings && count(warnings, 'varning', 'varningar'), notes && count(notes, 'upplysning', 'upplysningar')].filter(Boolean);
  return [folder.dropped ? 'Rätta i Excel och välj filerna på nytt.' : 'Rätta i Excel och spara. Sidan läser om av sig själv.',
    ready === 'draft' && 'Bara uppgifter saknas, så ett utkast går att göra redan nu: platserna märks ut.',
    more.length && `Det finns också ${more.join(' och ')}.`].filter(Boolean).join(' ');
}

function check() {
  goTo(2, 'verdict');
  say(`${verdict(page.state)}. ${page.state.counts.text}`);
}

// Reads the workbooks again; files that were dropped are handed in again.
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

function drawCopies({ findings }) {
  const files = copies.of === JSON.stringify(findings) ? copies.files : [];
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
  // One primary button: where documents can be made it makes them, else it reads again what has been mended.
  show({ create: able, recheck: !able, 'create-draft': !able && ready === 'draft' });
  setText($('create'), draft ? 'Skapa utkast' : 'Skapa dokumenten');
  setText($('recheck'), state.folder.dropped ? 'Välj rättade filer' : 'Kontrollera igen');
  $('marked').hidden = !findings.some(group => group.items.some(item => item.cell));
  drawCopies(state);
  drawFindings($('findings'), findings, state.preview && showParagraph);
});

buttons({ check, 'to-2': check, 'back-to-check': check, recheck, marked: makeCopies });
