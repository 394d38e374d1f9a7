// Step 1, Välj underlag: a folder or files, and what was recognised in them.

import { $, count, el, hideProblem, icon, keyed, press, setText, showProblem } from './dom.js';
import { openSession, post } from './api.js';
import { goTo, page, part, reached, say } from './lage.js';
import { drawFindings } from './fynd.js';
import { pickFolder } from './fraga.js';

let missingOpen = false;
let greeting = null; // what to say of a folder that the program has just made

// --- Choosing ---

async function take(path, body) {
  const { number } = await post(path, body);
  await arrive(number);
}

/** Waits for the state of newly chosen workbooks and begins at step 1 with it; `made` is the answer that made the folder. */
export async function arrive(number, made = null) {
  await reached(number);
  greeting = made && { path: page.state.folder?.path, ...made };
  page.created = null;
  goTo(1, page.state.folder ? 'check' : 'pick');
  say(`${page.state.folder?.name ?? ''}: ${recognised()}`);
}

function recognised() {
  const number = state => page.state.sheets.filter(sheet => sheet.state === state).length;
  const said = [`${count(number('found'), 'blad hittat', 'blad hittade')}`];
  if (number('empty')) said.push(`${count(number('empty'), 'tomt', 'tomma')}`);
  if (number('missing')) said.push(`${number('missing')}\u00a0saknas`);
  if (number('unread')) said.push(`${number('unread')}\u00a0läses inte`);
  return said.join(', ');
}

async function pickAndTake() {
  const path = await pickFolder('Välj mappen med årets arbetsböcker');
  if (path) await take('/api/choose', { path });
}

// --- Files ---

function size(bytes) {
  return `${Math.floor(bytes / 1048576)} MB`;
}

/** Hands files to the program. What is too much is told before anything is sent. */
export async function takeFiles(files) {
  const { limits } = await openSession();
  const books = files.filter(file => !file.name.startsWith('~$'));
  const large = books.find(file => file.size > limits.fileBytes);
  if (!books.length) throw new Error('Inga filer kom med. Välj arbetsböcker (.xlsx).');
  if (books.length > limits.files) throw new Error(`Det är ${books.length} filer, och högst ${limits.files} kan tas emot på en gång.`);
  if (large) throw new Error(`”${large.name}” är större än ${size(limits.fileBytes)}. Välj mappen i stället för att släppa filen.`);
  const form = new FormData();
  for (const file of books) form.append('file', file, file.name);
  await take('/api/files', form);
}

// A folder that is dropped gives the files that lie directly in it.
async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const entries = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!entries.length) return files;
    for (const one of entries) if (one.isFile && /\.xlsx$/i.test(one.name)) files.push(...await filesOf(one));
  }
}

async function dropped(transfer) {
  const plain = [...transfer.files];
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return plain;
  return (await Promise.all(entries.map(filesOf))).flat();
}

// Files may be dropped anywhere on the page: one that misses the box would else open in place of the page.
function startDrop() {
  let inside = 0;
  const carries = event => event.dataTransfer?.types.includes('Files');
  const light = on => document.documentElement.classList.toggle('dropping', on);
  addEventListener('dragenter', event => carries(event) && light(++inside > 0));
  addEventListener('dragleave', event => carries(event) && light(--inside > 0));
  addEventListener('dragover', event => carries(event) && event.preventDefault());
  addEventListener('drop', async event => {
    if (!carries(event)) return;
    event.preventDefault();
    light((inside = 0) > 0);
    await trying(async () => takeFiles(await dropped(event.dataTransfer)));
  });
}

async function trying(work) {
  try {
    hideProblem('choose-problem');
    await work();
  } catch (error) {
    goTo(1);
    showProblem('choose-problem', error);
    say(error.message);
  }
}

/** Opens the browser's own dialog for files. */
export const browseFiles = () => $('files').click();

// --- Drawing ---

const WORDS = { empty: 'Tomt', missing: 'Saknas', unread: 'Läses inte' };
const ICONS = { found: 'found', empty: 'empty', missing: 'missing', unread: 'varning' };

function makeSheet(sheet) {
  const state = sheet.state === 'found' ? count(sheet.rows, 'rad', 'rader') : WORDS[sheet.state];
  const node = el('li', { className: sheet.state }, icon(ICONS[sheet.state]),
    el('span', { className: 'kind', textContent: sheet.kind }), el('span', { className: 'state', textContent: state }));
  if (sheet.places.length) node.append(el('span', { className: 'more', textContent: sheet.places.join(' och ') }));
  if (sheet.sentence) node.append(el('span', { className: 'more', textContent: `Rapporten skriver: ”${sheet.sentence}”` }));
  if (sheet.remark) node.append(el('span', { className: 'more remark', textContent: sheet.remark }));
  return node;
}

function drawSheets(sheets) {
  const order = ['unread', 'found', 'empty'];
  const there = order.flatMap(state => sheets.filter(sheet => sheet.state === state));
  const missing = sheets.filter(sheet => sheet.state === 'missing');
  keyed($('sheets'), there, JSON.stringify, makeSheet);
  keyed($('missing'), missing, JSON.stringify, makeSheet);
  $('missing-box').hidden = !missing.length;
  $('missing').hidden = !missingOpen || !missing.length;
  $('missing-toggle').setAttribute('aria-expanded', missingOpen);
  setText($('missing-toggle'), missingOpen ? 'Dölj blad som saknas' : `Visa ${count(missing.length, 'blad', 'blad')} som saknas`);
}

function recentButton(path) {
  const name = path.split(/[\\/]/).filter(Boolean).pop() ?? path;
  const button = el('button', { type: 'button', className: 'recent' }, icon('folder'),
    el('span', {}, el('span', { className: 'name', textContent: name }), el('span', { className: 'path', textContent: path })));
  button.addEventListener('click', event => event.detail < 2 && trying(() => take('/api/choose', { path })));
  return el('li', {}, button);
}

function drawGreeting(folder) {
  const ours = greeting && greeting.path === folder?.path ? greeting : null;
  $('greeting').hidden = !ours;
  setText($('greeting-text'), ours?.summary ?? '');
  drawFindings($('greeting-findings'), ours?.findings ?? []);
}

function draw({ state, step }) {
  const folder = state?.folder;
  $('body-1').hidden = step !== 1;
  $('brief-1').hidden = step === 1;
  $('choose-none').hidden = Boolean(folder);
  $('choose-some').hidden = !folder;
  const recent = (state?.recent ?? []).slice(0, 4);
  $('recent-box').hidden = !recent.length;
  keyed($('recent'), recent, path => path, recentButton);
  if (!folder) return;
  setText($('folder-name'), folder.dropped ? 'Släppta filer' : folder.name);
  setText($('folder-path'), folder.dropped ? 'Sidan följer dem inte. Släpp dem igen när de är rättade, eller välj mappen.' : folder.path);
  setText($('brief-1-text'), `${folder.dropped ? 'Släppta filer' : folder.name} · ${recognised()}`);
  drawSheets(state.sheets);
  drawGreeting(folder);
}

press('pick', pickAndTake, 'choose-problem');
press('repick', pickAndTake, 'choose-problem');
press('pick-files', browseFiles);
press('repick-files', browseFiles);
press('to-1', () => goTo(1));
press('missing-toggle', () => {
  missingOpen = !missingOpen;
  draw(page);
});
$('files').addEventListener('change', () => {
  const files = [...$('files').files];
  $('files').value = ''; // so that the same files can be chosen again
  if (files.length) trying(() => takeFiles(files));
});
startDrop();
part(draw);
