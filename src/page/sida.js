// The page: three steps and a preview, drawn from the state that the program tells of (docs/formats/page-interface.md).

import { $, count, put, setText } from './dom.js';
import { follow, STOPPED } from './api.js';
import { contents, draw, page, part, say, take } from './lage.js';
import { verdict } from './granska.js';
import './skapa.js';
import './annat.js';

// Laid out when all is there, so that nothing jumps.
const lay = () => document.documentElement.classList.remove('waiting');

// A new folder begins from the first step.
function hear(state) {
  const before = page.state;
  const same = before && before.folder?.path === state.folder?.path;
  if (before && !same) Object.assign(page, { step: 1, created: null });
  take(state);
  draw();
  lay();
  const marks = document.querySelectorAll('.fresh').length;
  if (!same || contents(before) === contents(state)) return;
  say(`Arbetsböckerna är lästa på nytt. ${state.counts.text}. ${count(marks, 'ändring', 'ändringar')} i dokumenten.`);
}

// Nobody answers: ended from here, or stopped; then it may come back.
function lose(error) {
  if (page.stopped && page.stopped !== STOPPED) return false;
  lay();
  const stopped = error ? STOPPED : '';
  if (stopped === page.stopped) return true;
  page.stopped = stopped;
  draw();
  say(stopped || 'Genomgång är igång igen.');
  return true;
}

function titleOf({ state, step, stopped }) {
  if (stopped) return 'Stoppad';
  if (step === 1) return 'Välj underlag';
  if (step === 3) return `Klart: ${$('made').textContent}`;
  return `${state.counts.errors ? 'Fel' : 'Kontrollera'}: ${verdict(state)}`;
}

part(() => {
  put({ stopped: page.stopped });
  setText($('title'), page.state?.title || 'Ledningens genomgång');
  document.title = `${titleOf(page)} – Genomgång`;
  for (const step of [1, 2, 3]) {
    $(`step-${step}`).classList.toggle('done', step < page.step);
    $(`step-${step}`).setAttribute('aria-current', step === page.step ? 'step' : 'false');
  }
});

follow(hear, lose);
