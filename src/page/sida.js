// The page: three steps and a preview, drawn from the state that the program tells of (docs/formats/page-interface.md).
//
//   lage.js             what the page knows, and who draws it
//   valj.js             1 Välj underlag
//   granska.js          2 Kontrollera
//   skapa.js            3 Skapa
//   annat.js            the rest, quietly
//   forhandsvisning.js  the preview; papper.js and skillnad.js change it in place
//   fynd.js, fraga.js   findings, and dialogs, for whoever needs them
//   api.js, dom.js      the calls, and helpers for the document

import { $, setText } from './dom.js';
import { follow, STOPPED } from './api.js';
import { contents, draw, page, part, say, take } from './lage.js';
import { takeNews } from './forhandsvisning.js';
import './valj.js';
import { verdict } from './granska.js';
import './skapa.js';
import './annat.js';

// A new folder begins from the first step; the same folder stays where the person is.
function hear(state) {
  const before = page.state;
  const first = !before;
  const other = before && before.folder?.path !== state.folder?.path;
  const changed = before && !other && contents(before) !== contents(state);
  if (other || !state.folder) Object.assign(page, { step: 1, created: null });
  take(state);
  draw();
  if (first) document.documentElement.classList.remove('waiting');
  const news = takeNews();
  if (changed) say(`Arbetsböckerna är lästa på nytt. ${state.counts.text}. ${news}`);
}

// Nobody answers: the program has ended, or this page belongs to one that has.
function lose(error) {
  const quit = page.stopped && page.stopped !== STOPPED;
  if (quit) return 'ended';
  const stopped = error ? STOPPED : '';
  if (stopped === page.stopped) return '';
  page.stopped = stopped;
  draw();
  document.documentElement.classList.remove('waiting');
  say(stopped || 'Genomgång är igång igen.');
  return '';
}

function titleOf({ state, step, stopped }) {
  if (stopped) return 'Stoppad';
  if (!state?.folder) return 'Välj underlag';
  if (step === 1) return `Underlag: ${state.folder.name}`;
  if (step === 3) return `Klart: ${$('created-heading').textContent.toLowerCase()}`;
  return state.counts.errors ? `Fel: ${verdict(state).toLowerCase()}` : `Kontrollera: ${verdict(state).toLowerCase()}`;
}

part(() => {
  setText($('stopped'), page.stopped);
  $('stopped').hidden = !page.stopped;
  document.documentElement.classList.toggle('is-stopped', Boolean(page.stopped));
  setText($('title'), page.state?.title || 'Ledningens genomgång');
  document.title = `${titleOf(page)} – Genomgång`;
  for (const step of [1, 2, 3]) {
    if (step === page.step) $(`step-${step}`).setAttribute('aria-current', 'step');
    else $(`step-${step}`).removeAttribute('aria-current');
    $(`step-${step}`).classList.toggle('done', step < page.step);
  }
});

follow(hear, lose);
