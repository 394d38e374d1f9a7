// Step 1, Välj underlag: a folder or files, and what was recognised in them.

import { $, attempt, bit, buttons, count, el, icon, keyed, lastName, press, put, setText, show } from './dom.js';
import { post, session } from './api.js';
import { goTo, page, part, reached, say } from './lage.js';
import { drawFindings } from './fynd.js';
import { pickFolder } from './fraga.js';

let made = null; // the answer that made the chosen folder, when the program has just done so

// States of a sheet, as they are ordered: icon, word, and the word after one and after many.
const STATES = {
  unread: ['varning', 'Läses inte', 'läses inte', 'läses inte'],
  found: ['found', '', 'blad hittat', 'blad hittade'],
  empty: ['empty', 'Tomt', 'tomt', 'tomma'],
  missing: ['missing', 'Saknas', 'saknas', 'saknas'],
};

export async function arrive(answer) {
  await reached(answer);
  made = answer;
  page.created = null;
  goTo(1, 'check');
  say(answer.summary?.split('\n')[0] ?? `${page.state.folder.name}: ${recognised()}`);
}

function recognised() {
  const number = state => page.state.sheets.filter(sheet => sheet.state === state).length;
  return Object.keys(STATES).filter(number).map(state => count(number(state), ...STATES[state].slice(2))).join(', ');
}

const take = async path => path && arrive(await post('/api/choose', { path }));
const pickAndTake = async () => take(await pickFolder('Välj mappen med årets arbetsböcker'));

export const browseFiles = () => $('files').click();

// What is too much is told before it is sent.
async function takeFiles(files) {
  const { limits } = await session;
  if (files.length > limits.files || files.some(file => file.size > limits.fileBytes)) {
    throw new Error(`Högst ${limits.files} filer på ${limits.fileBytes >> 20} MB kan tas emot. Välj mappen i stället.`);
  }
  await arrive(await post('/api/files', files));
}

// A dropped folder does not tell where it lies, so it could not be followed.
function fileOf(item) {
  if (item.webkitGetAsEntry()?.isDirectory) throw new Error('Det är en mapp. Välj den med Välj mapp, så läser sidan om den när du sparar.');
  return item.getAsFile();
}

// Anywhere on the page will do: a file that misses the box would else open in place of the page.
function dragging(on, then) {
  return event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    document.documentElement.classList.toggle('dropping', on);
    then?.(event.dataTransfer.items);
  };
}

function takeDropped(items) {
  goTo(1);
  attempt($('body-1'), () => takeFiles([...items].map(fileOf)));
}

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
  const [missing, ...those] = Object.keys(STATES).reverse().map(kind => state.sheets.filter(sheet => sheet.state === kind));
  keyed($('sheets'), those.reverse().flat(), JSON.stringify, makeSheet);
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
addEventListener('dragover', dragging(true));
addEventListener('dragleave', dragging(false));
addEventListener('drop', dragging(false, takeDropped));
