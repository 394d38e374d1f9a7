// The dialogs that ask something: yes or no, and which folder.

import { $, count, el, hideProblem, icon, press, showProblem } from './dom.js';
import { post } from './api.js';

// --- Yes or no ---

/** Asks, and resolves with whether the answer was yes. */
export function ask({ heading, text, list = [], yes }) {
  const dialog = $('ask-dialog');
  $('ask-heading').textContent = heading;
  $('ask-text').textContent = text;
  $('ask-list').replaceChildren(...list.map(name => el('li', { textContent: name })));
  $('ask-list').hidden = !list.length;
  $('ask-yes').textContent = yes;
  dialog.returnValue = '';
  dialog.showModal();
  $('ask-heading').focus();
  return new Promise(done => dialog.addEventListener('close', () => done(dialog.returnValue === 'yes'), { once: true }));
}

// --- Which folder ---

let here = null; // the folder that the dialog stands in

const workbooks = number => (number ? count(number, 'arbetsbok', 'arbetsböcker') : 'inga arbetsböcker');

function entry(iconName, says, more, path) {
  const button = el('button', { type: 'button' }, icon(iconName),
    el('span', { className: 'name', textContent: says }), el('span', { className: 'count', textContent: more }));
  button.addEventListener('click', event => event.detail < 2 && enter(path));
  return el('li', {}, button);
}

function show(folder) {
  here = folder;
  $('folder-where').value = folder.path;
  $('folder-here').textContent = `${folder.name}: ${workbooks(folder.workbooks)}`;
  const up = folder.parent ? [entry('up', 'En nivå upp', '', folder.parent)] : [];
  const below = folder.folders.map(one => entry('folder', one.name, one.workbooks ? workbooks(one.workbooks) : '', one.path));
  $('folder-list').replaceChildren(...up, ...below);
  $('folder-list').scrollTop = 0;
}

async function enter(path, quiet) {
  try {
    hideProblem('folder-problem');
    show(await post('/api/folders', { path }));
    if (!quiet) $('folder-here').focus();
  } catch (error) {
    showProblem('folder-problem', error);
  }
}

/** Lets the person find a folder; resolves with its path, or null. */
export async function pickFolder(heading, start = '') {
  const dialog = $('folder-dialog');
  $('folder-heading').textContent = heading;
  hideProblem('folder-problem');
  dialog.returnValue = '';
  const closed = new Promise(done => dialog.addEventListener('close', done, { once: true }));
  await enter(start, true);
  dialog.showModal();
  $('folder-here').focus();
  await closed;
  return dialog.returnValue === 'yes' ? here.path : null;
}

// What stands in the field counts, also when the person has not gone there yet.
async function chooseFolder() {
  if ($('folder-where').value.trim() !== here?.path) await enter($('folder-where').value.trim());
  if (here && $('folder-problem').hidden) $('folder-dialog').close('yes');
}

press('ask-yes', () => $('ask-dialog').close('yes'));
press('ask-no', () => $('ask-dialog').close(''));
press('folder-go', () => enter($('folder-where').value.trim()));
press('folder-cancel', () => $('folder-dialog').close(''));
press('folder-choose', chooseFolder);
$('folder-form').addEventListener('submit', event => {
  event.preventDefault();
  enter($('folder-where').value.trim());
});
