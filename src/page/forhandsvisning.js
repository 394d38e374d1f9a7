// The preview: the documents as they would be, and where each paragraph comes from.

import { $, el, put, setText, show } from './dom.js';
import { page, part } from './lage.js';
import { showBlocks, successor } from './papper.js';

const TABS = ['report', 'plan'];
const drawn = { path: null, report: [], plan: [] };
let picked = null; // the paragraph whose cells are shown
let cameFrom = null; // the button in the check that led to it

const placesOf = node => page.state?.preview?.sources[node.dataset.p] ?? [];
const sourced = tab => [...$(tab).querySelectorAll('[data-p]')].filter(node => placesOf(node).length);

function openTab(tab) {
  for (const name of TABS) {
    $(`show-${name}`).ariaPressed = name === tab;
    $(name).hidden = name !== tab;
  }
}

// One paragraph is a stop for the Tab key; the arrows go between them.
function stopAt(tab, node) {
  for (const other of $(tab).querySelectorAll('[data-p][tabindex="0"]')) other.tabIndex = -1;
  if (node) node.tabIndex = 0;
}

function pick(node, from = null) {
  picked?.classList.remove('picked');
  picked = node;
  cameFrom = from;
  picked?.classList.add('picked');
  drawSource();
}

function drawSource() {
  const places = picked && placesOf(picked);
  const key = JSON.stringify(places);
  if ($('source').dataset.key !== key) {
    $('source').dataset.key = key;
    setText($('source-text'), places ? places.length ? 'Stycket kommer ur' : 'Texten står i mallen och kommer inte ur någon cell.' : '');
    $('source-list').replaceChildren(...(places ?? []).map(place => el('li', {}, place)));
    $('source').tabIndex = places?.length > 4 ? 0 : -1; // a long list scrolls
  }
  show({ 'source-help': !places, 'source-back': picked && cameFrom?.isConnected });
  $('preview').classList.toggle('asked', Boolean(places));
}

function walk(tab, { key, target }) {
  const all = sourced(tab);
  const next = all[all.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)] ?? target;
  stopAt(tab, next);
  next.focus();
}

function startTab(tab) {
  $(`show-${tab}`).onclick = () => openTab(tab);
  $(tab).onclick = event => {
    const node = event.target.closest('[data-p]');
    if (!node || event.target.closest('a') || !getSelection().isCollapsed) return;
    stopAt(tab, node);
    pick(node);
  };
  $(tab).onkeydown = event => {
    if (event.key === 'Escape') pick(null);
    if (!event.target.dataset.p) return;
    if (event.key === 'Enter') pick(event.target);
    if (!/^Arrow(Down|Up)$/.test(event.key)) return;
    event.preventDefault();
    walk(tab, event);
  };
}

/** Shows the first of these paragraphs, with its cells, and a way back to `button`. */
export function showParagraph(numbers, button) {
  const node = numbers.map(number => $('preview').querySelector(`[data-p="${number}"]`)).find(Boolean);
  if (!node) return;
  const tab = node.closest('.sheet').id;
  openTab(tab);
  stopAt(tab, node);
  node.scrollIntoView({ block: 'center' });
  node.focus({ preventScroll: true });
  pick(node, button);
}

function drawTab(tab, blocks, other) {
  const [nothing, paper] = $(tab).children;
  showBlocks(paper, drawn[tab], blocks, other);
  drawn[tab] = blocks;
  if (other) $(tab).scrollTop = 0;
  paper.hidden = !blocks.length;
  nothing.hidden = blocks.length;
  if (page.state?.folder) setText(nothing, 'Dokumentet kan visas när felen är rättade.');
  if (!paper.querySelector('[data-p][tabindex="0"]')) stopAt(tab, sourced(tab)[0]);
}

part(({ state }) => {
  const other = drawn.path !== state?.folder?.path;
  drawn.path = state?.folder?.path;
  if (other) pick(null);
  for (const tab of TABS) drawTab(tab, state?.preview?.[tab] ?? [], other);
  if (picked && !picked.isConnected) pick($('preview').contains(successor(picked)) ? successor(picked) : null, cameFrom);
  else drawSource();
  put({ 'preview-note': state?.preview?.note });
});

TABS.forEach(startTab);
$('source-back').onclick = () => {
  const back = cameFrom;
  pick(null);
  back.focus();
};
