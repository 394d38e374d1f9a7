// The dialogs that ask something: yes or no, and which folder.

import { $, attempt, bit, buttons, count, el, icon, press, put } from './dom.js';
import { post } from './api.js';

// Resolves with whether the dialog was left with yes.
function opened(dialog, focus) {
  dialog.returnValue = '';
  dialog.showModal();
  focus.focus();
  return new Promise(done => dialog.addEventListener('close', () => done(dialog.returnValue === 'yes'), { once: true }));
}

export function ask(heading, text, list, yes) {
  put({ 'ask-heading': heading, 'ask-text': text, 'ask-yes': yes });
  $('ask-list').replaceChildren(...list.map(name => el('li', {}, name)));
  return opened($('ask-dialog'), $('ask-heading'));
}

let here = null; // the folder that the dialog stands in

const workbooks = number => (number ? count(number, 'arbetsbok', 'arbetsböcker') : 'inga arbetsböcker');
const typed = () => $('folder-where').value.trim();
const enter = path => attempt($('folder-form'), () => go(path));

function row(symbol, says, path, more) {
  const button = el('button.row-button', { type: 'button' }, icon(symbol), bit('says', says), bit('path', more));
  return el('li', {}, press(button, () => enter(path)));
}

async function go(path) {
  here = await post('/api/folders', { path });
  $('folder-where').value = here.path;
  $('folder-here').textContent = `${here.name}: ${workbooks(here.workbooks)}`;
  $('folder-list').replaceChildren(...here.parent ? [row('up', 'En nivå upp', here.parent)] : [],
    ...here.folders.map(one => row('folder', one.name, one.path, one.workbooks && workbooks(one.workbooks))));
  $('folder-list').scrollTop = 0;
  $('folder-here').focus();
}

/** Resolves with the path of a folder, or null. */
export async function pickFolder(heading, start = '') {
  put({ 'folder-heading': heading });
  await enter(start);
  return await opened($('folder-dialog'), $('folder-here')) ? here.path : null;
}

buttons({
  'ask-yes': () => $('ask-dialog').close('yes'),
  'ask-no': () => $('ask-dialog').close(),
  'folder-cancel': () => $('folder-dialog').close(),
  // What stands in the field counts, also before Enter.
  'folder-choose': async () => {
    if (typed() !== here?.path) await go(typed());
    $('folder-dialog').close('yes');
  },
});
$('folder-form').onsubmit = event => {
  event.preventDefault();
  enter(typed());
};
