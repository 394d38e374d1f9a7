// Annat du kan göra: a new year, blank workbooks, templates, draft or final, and to end.

import { $, download, el, hideProblem, keyed, press, setText, showProblem } from './dom.js';
import { openSession, post } from './api.js';
import { draw as drawAll, page, part, reached, say } from './lage.js';
import { drawFindings } from './fynd.js';
import { ask, pickFolder } from './fraga.js';
import { arrive } from './valj.js';

// --- A new year ---

let from = ''; // last year's folder, or nothing for blank workbooks

const above = path => path.replace(/[\\/][^\\/]*[\\/]?$/, '');
const lastName = path => path.split(/[\\/]/).filter(Boolean).pop() ?? '';

function openNewDialog({ heading, text, name, parent }) {
  $('new-heading').textContent = heading;
  $('new-text').textContent = text;
  $('new-name').value = name;
  $('new-parent').value = parent;
  for (const field of document.querySelectorAll('[data-blank]')) field.hidden = Boolean(from);
  hideProblem('new-problem');
  drawFindings($('new-findings'), []);
  $('new-dialog').showModal();
  $('new-heading').focus();
}

async function nextYear() {
  from = page.state?.folder && !page.state.folder.dropped ? page.state.folder.path : await pickFolder('Välj mappen för det år som varit') ?? '';
  if (!from) return;
  openNewDialog({
    heading: 'Öppna nästa år',
    text: `Underlaget i ”${lastName(from)}” följer med: öppna aktiviteter, roller och det som ska följas upp. Mappen själv ändras inte.`,
    name: lastName(from).replace(/\d{4}/, year => Number(year) + 1),
    parent: above(from),
  });
}

async function blankBooks() {
  from = '';
  const chosen = page.state?.folder && !page.state.folder.dropped ? page.state.folder.path : page.state?.recent[0];
  openNewDialog({
    heading: 'Tomma arbetsböcker',
    text: 'En ny mapp med arbetsböcker att fylla i, med rubriker, listor och förklaringar.',
    name: '',
    parent: chosen ? above(chosen) : (await post('/api/folders', { path: '' })).path,
  });
}

// What is lacking is said at once, and focus goes to the first place of it.
function lacking() {
  const fields = [['new-board', 'nämnden'], ['new-year-number', 'rapportåret'], ['new-name', 'namn på mappen'], ['new-parent', 'var mappen ska läggas']]
    .filter(([id]) => !$(id).closest('[hidden]'));
  const empty = fields.filter(([id]) => !$(id).value.trim());
  for (const [id] of fields) $(id).setAttribute('aria-invalid', empty.some(([other]) => other === id));
  if (!empty.length) return '';
  $(empty[0][0]).focus();
  return `Fyll i ${empty.map(([, name]) => name).join(', ')}.`;
}

async function makeFolder() {
  const missing = lacking();
  if (missing) throw new Error(missing);
  const body = { parent: $('new-parent').value.trim(), name: $('new-name').value.trim() };
  if (from) body.from = from;
  else Object.assign(body, { board: $('new-board').value.trim(), year: Number($('new-year-number').value) });
  try {
    drawFindings($('new-findings'), []);
    const made = await post('/api/new', body);
    $('new-dialog').close();
    $('extras').open = false;
    await arrive(made.number, made);
    say(made.summary);
  } catch (error) {
    drawFindings($('new-findings'), error.body?.findings ?? []);
    throw error;
  }
}

async function browseParent() {
  const path = await pickFolder('Var ska den nya mappen läggas?', $('new-parent').value);
  if (path) $('new-parent').value = path;
}

// --- Templates ---

const ROLES = { rapport: 'Rapporten', plan: 'Aktivitetsplanen' };
let use = false; // whether the template that is being chosen is to be used as well

function browseTemplate(andUse) {
  use = andUse;
  $('template-file').click();
}

async function tryTemplate(file) {
  const form = new FormData();
  form.append('file', file, file.name);
  const answer = await post(`/api/template${use ? '?use=1' : ''}`, form);
  const right = answer.usable ? `”${answer.name}” går bra som mall.` : `”${answer.name}” har fel och kan inte användas.`;
  const text = answer.used ? `${right} Den används nu.` : right;
  $('template-result').hidden = false;
  setText($('template-text'), text);
  $('template-copy').replaceChildren(...(answer.copy ? [el('li', {}, download(answer.copy.href, 'Granskad kopia av mallen', answer.copy.name))] : []));
  $('template-copy').hidden = !answer.copy;
  drawFindings($('template-findings'), answer.findings);
  say(text);
}

async function standard(role) {
  const { number } = await post('/api/template/standard', { role });
  await reached(number);
  $('template-result').hidden = true;
  say(`${ROLES[role]} görs med standardmallen.`);
}

async function trying(work) {
  try {
    hideProblem('extras-problem');
    await work();
  } catch (error) {
    showProblem('extras-problem', error);
  }
}

function makeTemplate(template) {
  const back = el('button', { type: 'button', className: 'quiet' }, 'Använd standardmallen', el('span', { className: 'heard', textContent: ` för ${ROLES[template.role].toLowerCase()}` }));
  back.addEventListener('click', () => trying(() => standard(template.role)));
  return el('li', {}, el('span', {}), back);
}

function drawTemplate(node, template) {
  setText(node.firstElementChild, `${ROLES[template.role] ?? template.role}: ${template.own ? template.name : 'standardmallen'}`);
  node.lastElementChild.hidden = !template.own;
}

// --- To end ---

async function quit() {
  const lost = page.state?.folder?.dropped;
  if (lost && !await ask({ heading: 'Avsluta?', text: 'Filerna som släpptes på sidan, och dokumenten som gjorts av dem, tas bort. Hämta dem först om de ska vara kvar.', yes: 'Avsluta' })) return;
  page.stopped = 'Genomgång är avslutad. Fliken kan stängas.';
  try {
    await post('/api/quit');
  } catch (error) {
    page.stopped = '';
    throw error;
  }
  drawAll();
  say(page.stopped);
}

press('new-year', nextYear, 'extras-problem');
press('new-blank', blankBooks, 'extras-problem');
press('new-browse', browseParent, 'new-problem');
press('new-cancel', () => $('new-dialog').close());
press('new-make', makeFolder, 'new-problem');
press('template-check', () => browseTemplate(false));
press('template-use', () => browseTemplate(true));
press('quit', quit, 'extras-problem');
$('new-form').addEventListener('submit', event => event.preventDefault());
$('template-file').addEventListener('change', () => {
  const [file] = $('template-file').files;
  $('template-file').value = '';
  if (file) trying(() => tryTemplate(file));
});
for (const radio of document.querySelectorAll('[name="kind"]')) {
  radio.addEventListener('change', () => {
    page.draft = $('as-draft').checked;
    drawAll();
  });
}
openSession().then(({ version }) => setText($('version'), `Genomgång ${version}`), () => {});

part(({ state }) => {
  const templates = state?.templates ?? [];
  keyed($('templates'), templates, template => template.role, makeTemplate, drawTemplate);
});
