// The sheets of the preview: blocks of HTML from the program, changed in place so that the reader keeps the place.

import { el } from './dom.js';
import { compare } from './skillnad.js';

const successors = new WeakMap();
const MARKED_FOR = 8000; // milliseconds that a change is plain to see

// Blocks come from the program's own fixed set of elements (src/preview); nothing else on the page is made of strings.
function blockOf(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const block = el('div', { className: 'block' });
  block.append(template.content);
  for (const table of block.querySelectorAll(':scope > table')) frame(table);
  return block;
}

// A wide table scrolls by itself, so that the page never does.
function frame(table) {
  const box = el('div', { className: 'wide' });
  table.before(box);
  box.append(table);
}

/** Gives the boxes around wide tables a stop for the keyboard and a name, only when there is something to scroll. */
export function nameWideTables(paper) {
  let heading = '';
  for (const node of paper.querySelectorAll('h1, h2, h3, h4, h5, h6, .wide')) {
    if (!node.matches('.wide')) {
      heading = node.textContent;
    } else if (node.scrollWidth > node.clientWidth + 1) {
      node.tabIndex = 0;
      node.setAttribute('role', 'group');
      node.setAttribute('aria-label', `Tabell: ${node.querySelector('caption')?.textContent || heading}`);
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) node.removeAttribute(name);
    }
  }
}

// A block that says the same may have got new numbers: they are taken over without touching the nodes.
function renumber(block, html) {
  const fresh = blockOf(html).querySelectorAll('[data-p], [id], a[href]');
  block.querySelectorAll('[data-p], [id], a[href]').forEach((node, i) => {
    for (const name of ['data-p', 'id', 'href']) {
      const value = fresh[i]?.getAttribute(name);
      if (value != null) node.setAttribute(name, value);
    }
  });
}

function mark(block, word) {
  block.classList.add('changed', 'fresh');
  block.prepend(el('span', { className: 'tag', textContent: word }));
  setTimeout(() => block.classList.remove('fresh'), MARKED_FOR);
}

function unmark(block) {
  block.classList.remove('changed', 'fresh');
  block.querySelector(':scope > .tag')?.remove();
}

// The paragraph of a new block that stands where `node` stood in the old one.
function heir(node, old, block) {
  const at = [...old.querySelectorAll('[data-p]')].indexOf(node);
  const all = block.querySelectorAll('[data-p]');
  return all[Math.min(at, all.length - 1)] ?? null;
}

/** The node that took the place of `node`, or itself. */
export const successor = node => successors.get(node) ?? node;

/**
 * Makes `paper` show `blocks` where it showed `before`, and returns how many it has marked as changed. When most of it is new,
 * as after a change of template, marks would say nothing and are left out.
 */
export function showBlocks(paper, before, blocks, quiet) {
  const old = [...paper.children];
  const steps = compare(before, blocks);
  const changes = steps.filter(step => !step.same).length;
  const marks = !quiet && before.length > 0 && (changes < 10 || changes * 2 < blocks.length);
  if (changes || old.length !== blocks.length) old.forEach(unmark);
  const nodes = steps.map((step, i) => {
    if (step.same) {
      if (before[step.from] !== blocks[i]) renumber(old[step.from], blocks[i]);
      return old[step.from];
    }
    const block = blockOf(blocks[i]);
    if (marks) mark(block, step.from < 0 ? 'Nytt' : 'Ändrat');
    if (step.from >= 0) succeed(old[step.from], block);
    return block;
  });
  place(paper, old, nodes);
  return marks ? changes : 0;
}

function succeed(old, block) {
  successors.set(old, block);
  for (const node of old.querySelectorAll('[data-p]')) {
    const next = heir(node, old, block);
    if (next) successors.set(node, next);
  }
}

// Takes away and puts in; nodes that stay are not moved, and focus goes on to the heir of the paragraph that had it.
function place(paper, old, nodes) {
  const focused = paper.contains(document.activeElement) ? document.activeElement : null;
  const stay = new Set(nodes);
  old.filter(node => !stay.has(node)).forEach(node => node.remove());
  let here = paper.firstElementChild;
  for (const node of nodes) {
    if (node === here) here = here.nextElementSibling;
    else paper.insertBefore(node, here);
  }
  if (!focused || focused.isConnected) return;
  const next = successor(focused);
  if (!next.isConnected) return;
  next.tabIndex = 0;
  next.focus({ preventScroll: true });
}

// What scrolls the preview: its own sheet when it stands beside the steps, else the window.
function scrollerOf(sheet) {
  return sheet && sheet.scrollHeight > sheet.clientHeight + 1 && getComputedStyle(sheet).overflowY === 'auto' ? sheet : null;
}

function visible(nodes, top, bottom) {
  const found = [];
  for (const node of nodes) {
    const box = node.getBoundingClientRect();
    if (box.height && box.bottom > top && box.top < bottom) found.push([node, box.top]);
    if (found.length >= 60) break;
  }
  return found;
}

function moved(anchors) {
  for (const [node, top] of anchors) {
    const now = successor(node);
    const box = now.getBoundingClientRect();
    if (now.isConnected && box.height) return box.top - top;
  }
  return 0;
}

// What starts in the window comes first: the top of a thing that starts above it says nothing of what happens inside.
function linesInView() {
  if (scrollY <= 0) return [];
  const found = visible(document.querySelectorAll('.work li:not(.step), .work h2, .work h3, .work p, .block'), 0, innerHeight);
  const starts = found.filter(([, top]) => top >= 0);
  const focused = document.activeElement.closest('.work *');
  return [...(focused ? visible([focused], 0, innerHeight) : []), ...starts, ...found];
}

/** Runs `change` and puts the first thing that could be seen, in the window and in the sheet, back where it was. */
export function keepPlace(change) {
  const sheet = document.querySelector('.sheet:not([hidden])');
  const own = scrollerOf(sheet);
  const edge = own?.getBoundingClientRect();
  const read = own && own.scrollTop > 0 ? visible(sheet.querySelectorAll('.block'), edge.top, edge.bottom) : [];
  const lines = linesInView();
  change();
  const by = moved(lines);
  if (by) scrollBy({ top: by, behavior: 'instant' });
  // The sheet has moved with the window by now, so its own edge is what counts.
  if (own) own.scrollTop += moved(read) - (own.getBoundingClientRect().top - edge.top);
}
