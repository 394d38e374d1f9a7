// What the page knows, and who draws it.

import { $ } from './dom.js';
import { keepPlace } from './papper.js';

export const page = {
  state: null, // the last answer of /api/state
  step: 1, // 1 Välj underlag, 2 Kontrollera, 3 Skapa
  draft: false, // a draft has been asked for
  created: null, // the answer of /api/documents, and what the workbooks said then
  stopped: '', // why the program does not answer
};

const parts = [];
const waiting = [];

/** A part of the page, drawn again from `page` alone when something changes. */
export const part = drawPart => parts.push(drawPart);

/** Draws all parts. What is read stays in place; so does focus, or it goes to the nearest heading. */
export function draw() {
  const focused = document.activeElement;
  const refuge = focused.closest('#extras')?.firstElementChild;
  keepPlace(() => parts.forEach(drawPart => drawPart(page)));
  const lost = focused !== document.body && !focused.getClientRects().length;
  if (lost && [focused, document.body].includes(document.activeElement)) (refuge ?? $(`h-${page.step}`)).focus({ preventScroll: true });
}

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

/** What workbooks and templates say, as one text to compare. */
export const contents = ({ folder, sheets, findings, templates, preview }) =>
  JSON.stringify([folder, sheets, findings, templates, preview?.report, preview?.plan]);

export function take(state) {
  page.state = state;
  for (const one of waiting) if (one.number <= state.number) one.done();
}

/** Resolves when the page has come to the state whose number an answer tells. */
export const reached = ({ number }) => new Promise(done => (page.state?.number >= number ? done() : waiting.push({ number, done })));
