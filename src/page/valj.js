// Step 1, Välj underlag: a folder or files, and what was recognised in them.

import { $, attempt, bit, buttons, count, el, icon, keyed, lastName, press, put, setText, show } from './dom.js';
import { post, session } from './api.js';
import { goTo, page, part, reached, say } from './lage.js';
import { drawFindings } from './fynd.js';
import { pickFolder } from './fraga.js';

let made = null; // the answer that made the chosen folder, when the program has just done so

/** Begins at step 1 with newly chosen workbooks. */
export async function arrive(answer) {
  await reached(answer);
  made = answer;
  page.created = null;
  goTo(1, 'check');
  say(answer.summary ?? `${page.state.folder.name}: ${recognised()}`);
}

function recognised() {
  const number = state => page.state.sheets.filter(sheet => sheet.state === state).length;
  const words = { found: ['blad hittat', 'blad hittade'], empty: ['tomt', 'tomma'], missing: ['saknas', 'saknas'], unread: ['läses inte', 'läses inte'] };
  return Object.keys(words).filter(number).map(state => count(number(state), ...words[state])).join(', ');
}

// --- A folder ---

const take = async path => path && arrive(await post('/api/choose', { path }));
const pickAndTake = async () => take(await pickFolder('Välj mappen med årets arbetsböcker'));

// --- Files ---

/** Opens the browser's own dialog for files. */
export const browseFiles = () => $('files').click();

// What is too much is told before anything is sent. Excel's own lock files (~$) are nobody's workbooks.
async function takeFiles(files) {
  const { limits } = await session;
  const books = files.filter(file => !file.name.startsWith('~$'));
  const large = books.find(file => file.size > limits.fileBytes);
  if (large) throw new Error(`”${large.name}” är större än ${limits.fileBytes >> 20} MB. Välj mappen i stället.`);
  if (books.length > limits.files) throw new Error(`Högst ${limits.files} filer kan tas emot, och det här är ${books.length}.`);
  await arrive(await post('/api/files', books));
}

// A folder that is dropped gives the workbooks that lie directly in it.
async function filesOf(item) {
  const entry = item.webkitGetAsEntry();
  if (!entry?.isDirectory) return item.getAsFile();
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const entries = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!entries.length) return Promise.all(files);
    for (const one of entries) if (/\.xlsx$/i.test(one.name)) files.push(new Promise((done, fail) => one.file(done, fail)));
  }
}

// Files may be dropped anywhere on the page: one that misses the box would else open in place of the page.
function startDrop() {
  let inside = 0;
  const during = change => event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    inside = change(inside, event);
    document.documentElement.classList.toggle('dropping', inside > 0);
  };
  addEventListener('dragenter', during(depth => depth + 1));
  addEventListener('dragover', during(depth => depth));
  addEventListener('dragleave', during(depth => depth - 1));
  addEventListener('drop', during((depth, event) => {
    const files = Promise.all([...event.dataTransfer.items].map(filesOf));
    goTo(1);
    attempt($('body-1'), async () => takeFiles((await files).flat()));
    return 0;
  }));
}

// --- Drawing ---

const STATES = { unread: ['varning', 'Läses inte'], found: ['found', ''], empty: ['empty', 'Tomt'], missing: ['missing', 'Saknas'] };

const makeSheet = ({ kind, state, rows, places, sentence, remark }) => el(`li.${state}`, {}, icon(STATES[state][0]),
  bit('kind', kind), bit('state', STATES[state][1] || count(rows, 'rad', 'rader')), bit('path', places.join(' och ')),
  bit('path', sentence && `Rapporten skriver: ”${sentence}”`), bit('path remark', remark));

function makeRecent(path) {
  const button = el('button.row-button', {}, icon('folder'), el('span', {}, bit('says', lastName(path)), bit('path', path)));
  return el('li', {}, press(button, () => take(path)));
}

part(({ state, step }) => {
  const folder = state?.folder;
  const recent = (state?.recent ?? []).slice(0, 4);
  show({ 'body-1': step === 1, 'choose-none': !folder, 'choose-some': folder, 'recent-box': recent.length });
  keyed($('recent'), recent, path => path, makeRecent);
  $('brief-1').hidden = step === 1;
  if (!folder) return;
  const name = folder.dropped ? 'Släppta filer' : folder.name;
  const path = folder.dropped ? 'Sidan följer dem inte. Släpp dem igen när de är rättade, eller välj mappen.' : folder.path;
  put({ 'folder-name': name, 'folder-path': path, 'brief-1-text': `${name} · ${recognised()}` });
  const those = kinds => Object.keys(STATES).filter(kinds).flatMap(kind => state.sheets.filter(sheet => sheet.state === kind));
  const missing = those(kind => kind === 'missing');
  keyed($('sheets'), those(kind => kind !== 'missing'), JSON.stringify, makeSheet);
  keyed($('missing'), missing, JSON.stringify, makeSheet);
  $('missing-box').hidden = !missing.length;
  setText($('missing-title'), `${missing.length} blad saknas`);
  const news = made?.path === folder.path ? made : null;
  put({ greeting: news?.summary });
  drawFindings($('greeting-findings'), news?.findings ?? []);
});

buttons({ pick: pickAndTake, repick: pickAndTake, 'pick-files': browseFiles, 'repick-files': browseFiles, 'to-1': () => goTo(1) });
$('files').onchange = () => {
  const files = [...$('files').files];
  $('files').value = ''; // so that the same files can be chosen again
  if (files.length) attempt($('body-1'), () => takeFiles(files));
};
startDrop();
