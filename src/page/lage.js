// What the page knows: the state from the program, and which step this tab has come to.

import { $, setText } from './dom.js';
import { keepPlace } from './papper.js';

export const page = {
  state: null, // the last answer of /api/state
  step: 1, // 1 Välj underlag, 2 Kontrollera, 3 Skapa
  draft: false, // the person has asked for a draft
  created: null, // the answer of /api/documents, and what the workbooks said then
  stopped: '', // why the program does not answer, or nothing
};

const parts = [];
const waiting = [];

/** A part of the page that is drawn again, from `page` alone, whenever something has changed. */
export function part(draw) {
  parts.push(draw);
}

/** Draws all parts. What is read and what has focus stay where they are. */
export function draw() {
  keepPlace(() => {
    const focused = document.activeElement;
    parts.forEach(drawPart => drawPart(page));
    const gone = focused && focused !== document.body && !focused.getClientRects().length;
    const now = document.activeElement;
    if (gone && (now === focused || now === document.body)) refuge().focus({ preventScroll: true });
  });
}

// Where focus goes when what had it is no longer there.
function refuge() {
  return $(`h-${page.step}`);
}

/** Goes to a step, as the person asked for, and puts focus where it begins. */
export function goTo(step, focus) {
  page.step = step;
  draw();
  const target = $(focus ?? `h-${step}`);
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

/** Says something to those who listen. */
export function say(text) {
  const node = $('status');
  if (node.textContent === text) node.textContent = ''; // the same words once more are also news
  setTimeout(() => setText(node, text), 50);
}

/** The workbooks as the state tells of them; the same text as long as nothing in them has changed. */
export function contents(state) {
  return JSON.stringify([state.folder, state.sheets, state.findings, state.templates, state.preview?.report, state.preview?.plan]);
}

/** Takes a new state and wakes those who wait for it. */
export function take(state) {
  page.state = state;
  for (let i = waiting.length - 1; i >= 0; i--) if (waiting[i].number <= state.number) waiting.splice(i, 1)[0].done();
}

/** Resolves when the page has come to the state with this number. */
export function reached(number) {
  if (page.state && page.state.number >= number) return Promise.resolve();
  return new Promise(done => waiting.push({ number, done }));
}
