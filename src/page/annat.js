// Annat du kan göra: a new year, templates, draft or final, and to end.

import { $, attempt, bit, buttons, download, el, keyed, lastName, NAMES, press, put, setText } from './dom.js';
import { post } from './api.js';
import { draw, page, part, reached, say } from './lage.js';
import { drawFindings } from './fynd.js';
import { ask, pickFolder } from './fraga.js';
import { arrive } from './valj.js';

let from = ''; // last year's folder, or nothing for blank workbooks

const above = path => path.replace(/[\\/][^\\/]*[\\/]?$/, '');
const chosen = () => (page.state?.folder?.dropped ? '' : page.state?.folder?.path);

function openNewDialog(heading, text, name, parent) {
  put({ 'new-heading': heading, 'new-text': text });
  $('new-name').value = name;
  $('new-parent').value = parent;
  for (const id of ['new-board', 'new-number']) {
    $(id).disabled = Boolean(from); // next year has last year's board
    $(id).parentNode.hidden = Boolean(from);
  }
  drawFindings($('new-findings'), []);
  $('new-dialog').showModal();
  $('new-heading').focus();
}

async function nextYear() {
  from = chosen() || await pickFolder('Välj mappen för det år som varit');
  if (!from) return;
  const name = lastName(from);
  openNewDialog('Öppna nästa år', `Det som ska följas upp följer med från ”${name}”, som inte ändras.`,
    name.replace(/\d{4}/, year => Number(year) + 1), above(from));
}

async function blankBooks() {
  from = '';
  const near = chosen() || page.state?.recent[0];
  openNewDialog('Tomma arbetsböcker', 'En ny mapp med arbetsböcker att fylla i.', '',
    near ? above(near) : (await post('/api/folders', { path: '' })).path);
}

async function makeFolder() {
  const wrong = [...$('new-form').querySelectorAll('input:invalid')];
  for (const field of $('new-form').querySelectorAll('input')) field.ariaInvalid = wrong.includes(field);
  wrong[0]?.focus();
  if (wrong.length) throw new Error(`Fyll i ${wrong.map(field => field.labels[0].firstChild.data.trim().toLowerCase()).join(', ')}.`);
  const value = id => $(id).value.trim();
  const board = from ? { from } : { board: value('new-board'), year: value('new-number') };
  drawFindings($('new-findings'), []);
  try {
    const answer = await post('/api/new', { parent: value('new-parent'), name: value('new-name'), ...board });
    $('new-dialog').close();
    $('extras').open = false;
    await arrive(answer);
  } catch (error) {
    drawFindings($('new-findings'), error.body?.findings ?? []);
    throw error;
  }
}

async function browseParent() {
  const field = $('new-parent');
  field.value = await pickFolder('Var ska den nya mappen läggas?', field.value) ?? field.value;
}

let use = false; // whether the template that is being chosen is to be used as well

function browseTemplate(andUse) {
  use = andUse;
  $('template-file').click();
}

async function tryTemplate(file) {
  const { name, usable, used, copy, findings } = await post(`/api/template${use ? '?use=1' : ''}`, [file]);
  const text = `”${name}” ${usable ? 'går bra som mall.' : 'har fel och kan inte användas.'}${used ? ' Den används nu.' : ''}`;
  put({ 'template-text': text });
  $('template-copy').replaceChildren(...(copy ? [download(copy, 'Granskad kopia av mallen')] : []));
  drawFindings($('template-findings'), findings);
  say(text);
}

function makeTemplate({ role }) {
  const back = el('button.quiet', {}, 'Använd standardmallen', bit('heard', ` för ${NAMES[role]}`));
  press(back, async () => {
    await reached(await post('/api/template/standard', { role }));
    say(`${NAMES[role]} görs med standardmallen.`);
  });
  return el('li', {}, el('span'), back);
}

function drawTemplate(node, { role, own, name }) {
  setText(node.firstElementChild, `${NAMES[role]}: ${own ? name : 'standardmallen'}`);
  node.lastElementChild.hidden = !own;
}

async function quit() {
  const lost = 'Filerna som släpptes på sidan tas bort, och dokumenten som gjorts av dem.';
  if (page.state?.folder?.dropped && !await ask('Avsluta?', lost, [], 'Avsluta')) return;
  await post('/api/quit');
  page.stopped = 'Genomgång är avslutad. Fliken kan stängas.';
  draw();
  say(page.stopped);
}

part(({ state }) => keyed($('templates'), state?.templates ?? [], template => template.role, makeTemplate, drawTemplate));
buttons({
  quit,
  'new-year': nextYear,
  'new-blank': blankBooks,
  'new-cancel': () => $('new-dialog').close(),
  'new-browse': browseParent,
  'template-check': () => browseTemplate(false),
  'template-use': () => browseTemplate(true),
});
$('new-form').onsubmit = event => {
  event.preventDefault();
  attempt($('new-form'), makeFolder);
};
$('template-file').onchange = () => {
  const [file] = $('template-file').files;
  $('template-file').value = '';
  if (file) attempt($('extras'), () => tryTemplate(file));
};
$('extras').onchange = () => {
  page.draft = $('as-draft').checked;
  draw();
};
