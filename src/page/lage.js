// What the page knows, and who draws it.

import { $ } from './dom.js';
import { keepPlace } from './papper.js';

export const page = {
  state: null, // the last answer of /api/state
  step: 1, // 1 Välj underlag, 2 Kontrollera, 3 Skapa
  draft: false, // a draft has been asked for
  created: null, // the answer of /api/documents, and what the workbooks said then
  stopped: '', // why the program does not answer, or nothing
};

const parts = [];
const waiting = [];

/** A part of the page that is drawn again, from `page` alone, whenever something has changed. */
export const part = drawPart => parts.push(drawPart);

/** Draws all parts. What is read stays where it is; focus does too, or goes to the nearest heading when its place is gone. */
export function draw() {
  const focused = document.activeElement;
  const refuge = focused.closest('#extras')?.firstElementChild;
  keepPlace(() => parts.forEach(drawPart => drawPart(page)));
  const lost = focused !== document.body && !focused.getClientRects().length;
  if (lost && [focused, document.body].includes(document.activeElement)) (refuge ?? $(`h-${page.step}`)).focus({ preventScroll: true });
}

/** Goes to a step, as the person asked for, and puts focus where it begins. */
export function goTo(step, focus = `h-${step}`) {
  page.step = step;
  draw();
  $(focus).focus();
  $(focus).scrollIntoView({ block: 'nearest' });
}

/** Says something to those who listen; the same words once more are also news. */
export function say(text) {
  $('status').textContent = '';
  setTimeout(() => { $('status').textContent = text; }, 50);
}

/** What the workbooks and templates say; the same text for as long as nothing in them has changed. */
export const contents = ({ folder, sheets, findings, templates, preview }) =>
  JSON.stringify([folder, sheets, findings, templates, preview?.report, preview?.plan]);

/** Takes a new state, and wakes those who wait for it. */
export function take(state) {
  page.state = state;
  for (const one of waiting) if (one.number <= state.number) one.done();
}

/** Resolves when the page has come to the state that an answer tells the number of. */
export const reached = ({ number }) => new Promise(done => (page.state?.number >= number ? done() : waiting.push({ number, done })));
