// The preview beside the steps: the report and the plan as they would be handed out, and where each paragraph comes from.

import { $, count, el, setText } from './dom.js';
import { page, part, say } from './lage.js';
import { nameWideTables, showBlocks, successor } from './papper.js';

const tabs = ['report', 'plan'];
const FEW = 4; // source cells shown at first
const shown = { folder: null, report: [], plan: [] };
let picked = null; // the paragraph whose cells are shown
let cameFrom = null; // the button in the check that led to it

const paper = tab => $(tab).querySelector('.paper');
const sources = () => page.state?.preview?.sources ?? {};
const sourced = tab => [...$(tab).querySelectorAll('[data-p]')].filter(node => sources()[node.dataset.p]?.length);

// --- The two sheets ---

function choose(tab, focus) {
  for (const name of tabs) {
    const on = name === tab;
    $(`tab-${name}`).setAttribute('aria-selected', on);
    $(`tab-${name}`).tabIndex = on ? 0 : -1;
    $(name).hidden = !on;
  }
  if (focus) $(`tab-${tab}`).focus();
  nameWideTables(paper(tab));
}

function startTabs() {
  for (const name of tabs) {
    $(`tab-${name}`).addEventListener('click', () => choose(name));
    $(`tab-${name}`).addEventListener('keydown', event => {
      const keys = { ArrowLeft: 'report', Home: 'report', ArrowRight: 'plan', End: 'plan' };
      if (!keys[event.key]) return;
      event.preventDefault();
      choose(keys[event.key], true);
    });
    new ResizeObserver(() => nameWideTables(paper(name))).observe($(name));
  }
}

// --- Where a paragraph comes from ---

// One paragraph at a time is a stop for the Tab key; the arrows go between them.
function stopAt(tab, node) {
  for (const other of $(tab).querySelectorAll('[data-p][tabindex="0"]')) if (other !== node) other.tabIndex = -1;
  if (node) node.tabIndex = 0;
}

function pick(node) {
  picked?.classList.remove('picked');
  picked = node;
  picked?.classList.add('picked');
  drawSource();
}

// A paragraph that counts rows comes from many cells; the first few say enough until more is asked for.
function drawSource() {
  const places = picked ? sources()[picked.dataset.p] ?? [] : null;
  const key = JSON.stringify(places);
  if ($('source').dataset.key !== key) {
    $('source').dataset.key = key;
    const lines = places?.map((place, i) => el('li', { textContent: place, hidden: i >= FEW })) ?? [];
    if (!places) $('source').replaceChildren();
    else if (!lines.length) $('source').replaceChildren(el('p', { textContent: 'Texten står i mallen och kommer inte ur någon cell.' }));
    else $('source').replaceChildren(el('p', { textContent: 'Stycket kommer ur' }), el('ul', { className: 'plain' }, ...lines));
    $('source-more').hidden = lines.length <= FEW;
    setText($('source-more'), `Visa alla ${lines.length} celler`);
  }
  $('source-help').hidden = Boolean(places);
  $('source-back').hidden = !(picked && cameFrom?.isConnected);
}

function showAllSources() {
  for (const line of $('source').querySelectorAll('li')) line.hidden = false;
  $('source-more').hidden = true;
  $('source').tabIndex = 0; // a long list scrolls
  $('source').focus();
}

function step(tab, key, node) {
  const all = sourced(tab);
  const at = all.indexOf(node);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
  const target = all[Math.max(0, Math.min(next, all.length - 1))];
  stopAt(tab, target);
  target?.focus();
}

function startSources() {
  for (const tab of tabs) {
    $(tab).addEventListener('click', event => {
      const node = event.target.closest('[data-p]');
      if (!node || event.target.closest('a') || !getSelection().isCollapsed) return;
      cameFrom = null;
      stopAt(tab, node);
      pick(node);
    });
    $(tab).addEventListener('keydown', event => {
      const node = event.target.closest('[data-p]');
      if (event.key === 'Escape') pick(null);
      if (!node || event.target !== node) return;
      if (event.key === 'Enter') {
        cameFrom = null;
        pick(node);
      } else if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) && !event.ctrlKey && !event.altKey) {
        event.preventDefault();
        step(tab, event.key, node);
      }
    });
  }
  $('source-more').addEventListener('click', showAllSources);
  $('source-back').addEventListener('click', () => {
    const button = cameFrom;
    cameFrom = null;
    pick(null);
    button?.focus();
  });
}

/** Shows the first of these paragraphs that there is, with its cells, and a way back to `button`. */
export function showParagraph(numbers, button) {
  const node = numbers.map(number => $('preview').querySelector(`[data-p="${number}"]`)).find(Boolean);
  if (!node) return say('Stycket finns inte i förhandsvisningen.');
  const tab = node.closest('.sheet').id;
  choose(tab);
  cameFrom = button;
  stopAt(tab, node);
  node.scrollIntoView({ block: 'center' });
  node.focus({ preventScroll: true });
  pick(node);
}

// --- Drawing ---

function drawTab(tab, blocks, quiet) {
  const changes = showBlocks(paper(tab), shown[tab], blocks, quiet);
  shown[tab] = blocks;
  paper(tab).hidden = !blocks.length;
  $(tab).querySelector('.nothing').hidden = blocks.length > 0;
  if (!$(tab).querySelector('[data-p][tabindex="0"]')) stopAt(tab, sourced(tab)[0]);
  nameWideTables(paper(tab));
  return changes;
}

/** What has changed in the preview since it was drawn last, in words; nothing when nothing has. */
let news = '';
export function takeNews() {
  const said = news;
  news = '';
  return said;
}

function draw({ state }) {
  const preview = state?.preview;
  const other = shown.folder !== state?.folder?.path;
  if (other) {
    shown.folder = state?.folder?.path;
    pick(null);
    for (const tab of tabs) $(tab).scrollTop = 0;
  }
  const report = drawTab('report', preview?.report ?? [], other);
  const plan = drawTab('plan', preview?.plan ?? [], other);
  news = [report && `${count(report, 'stycke', 'stycken')} i rapporten`, plan && `${count(plan, 'stycke', 'stycken')} i planen`]
    .filter(Boolean).join(' och ');
  if (news) news = `Ändrat: ${news}.`;
  if (picked && !picked.isConnected) pick(successor(picked).isConnected ? successor(picked) : null);
  else drawSource();
  setText($('preview-note'), preview?.note ?? '');
  $('preview-note').hidden = !preview?.note;
  const nothing = state?.folder ? 'Det går inte att visa dokumentet förrän felen är rättade.' : null;
  for (const tab of tabs) if (nothing) setText($(tab).querySelector('.nothing'), nothing);
}

startTabs();
startSources();
part(draw);
