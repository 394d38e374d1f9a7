// The sheets of the preview: blocks of HTML from the program, changed in place so that the reader keeps the place.

import { el, place } from './dom.js';
import { compare } from './skillnad.js';

const MARKED_FOR = 8000; // milliseconds that a change is plain to see
const successors = new WeakMap();

/** The node that took the place of `node`, or itself. */
export const successor = node => successors.get(node) ?? node;

// The program writes the blocks from a fixed set of elements (src/preview); nothing else on the page is made of strings.
const blockOf = innerHTML => el('div.block', {}, el('template', { innerHTML }).content);

// A block that says the same may have got new numbers: they are taken over without touching the nodes.
function renumber(block, html) {
  const numbered = node => node.querySelectorAll('[data-p], [id], a[href]');
  const fresh = numbered(blockOf(html));
  numbered(block).forEach((node, i) => {
    for (const name of ['data-p', 'id', 'href']) if (node.hasAttribute(name)) node.setAttribute(name, fresh[i].getAttribute(name));
  });
}

function mark(block, word) {
  block.classList.add('changed', 'fresh');
  block.prepend(el('span.tag', {}, word));
  setTimeout(() => block.classList.remove('fresh'), MARKED_FOR);
}

function unmark(block) {
  block.classList.remove('changed', 'fresh');
  block.querySelector('.tag')?.remove();
}

// Focus, marks and the place of reading go on from an old block to the one in its place, paragraph by paragraph.
function succeed(old, block) {
  successors.set(old, block);
  const heirs = block.querySelectorAll('[data-p]');
  old.querySelectorAll('[data-p]').forEach((node, i) => successors.set(node, heirs[Math.min(i, heirs.length - 1)] ?? block));
}

/**
 * Makes `paper` show `blocks` where it showed `before`, and marks what is changed. When most of it is new, as after a change of
 * template, marks would say nothing and are left out.
 */
export function showBlocks(paper, before, blocks, quiet) {
  const old = [...paper.children];
  const steps = compare(before, blocks);
  const changes = steps.filter(step => !step.same).length;
  const marks = !quiet && before.length && (changes < 10 || changes * 2 < blocks.length);
  if (changes || old.length !== blocks.length) old.forEach(unmark);
  const focused = document.activeElement;
  place(paper, steps.map(({ from, same }, i) => {
    if (same && before[from] !== blocks[i]) renumber(old[from], blocks[i]);
    if (same) return old[from];
    const block = blockOf(blocks[i]);
    if (marks) mark(block, from < 0 ? 'Nytt' : 'Ändrat');
    if (from >= 0) succeed(old[from], block);
    return block;
  }));
  if (!focused.isConnected && paper.contains(successor(focused))) {
    successor(focused).tabIndex = 0;
    successor(focused).focus({ preventScroll: true });
  }
}

// --- The place of reading ---

const top = node => node.getBoundingClientRect().top;

// What can be seen between two heights, with where it begins.
const seen = (nodes, from, to) => [...nodes].map(node => [node, node.getBoundingClientRect()])
  .filter(([, box]) => box.height && box.bottom > from && box.top < to).map(([node, box]) => [node, box.top]);

// How far the first of them that is still there has moved.
function moved(anchors) {
  const [node, was] = anchors.find(([one]) => successor(one).getClientRects().length) ?? [];
  return node ? top(successor(node)) - was : 0;
}

// What has focus comes first; then what begins in the window, for a thing that begins above it may grow inside.
function linesInView() {
  const lines = seen(document.querySelectorAll('.work :is(li:not(.step), h2, h3, p), .block'), 0, innerHeight);
  return [...seen(document.querySelectorAll('.work :focus'), 0, innerHeight), ...lines.filter(([, at]) => at >= 0), ...lines];
}

/** Runs `change` and puts the first thing that could be seen, in the window and in the sheet, back where it was. */
export function keepPlace(change) {
  const sheet = document.querySelector('.sheet:not([hidden])');
  const edge = sheet.getBoundingClientRect();
  const read = sheet.scrollTop ? seen(sheet.querySelectorAll('.block'), edge.top, edge.bottom) : [];
  const lines = scrollY > 0 ? linesInView() : [];
  change();
  scrollBy(0, moved(lines));
  // The sheet may have moved in the window by now; what counts is where things are in it.
  if (read.length) sheet.scrollTop += moved(read) - (top(sheet) - edge.top);
}
