// The sheets of the preview: blocks of HTML from the program, changed in place so that the reader keeps the place.

import { el, place } from './dom.js';

const MARKED_FOR = 8000; // milliseconds that a change is plain to see
const successors = new WeakMap();

/** The node that took the place of `node`, or itself. */
export const successor = node => successors.get(node) ?? node;

// Blocks have elements of a fixed set only (src/preview); nothing else on the page is made of strings.
const blockOf = innerHTML => el('div.block', {}, el('template', { innerHTML }).content);

// The same text may have new numbers; its nodes stay.
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

// Focus and the place of reading go on to the block in its place, paragraph by paragraph.
function succeed(old, block) {
  successors.set(old, block);
  const heirs = block.querySelectorAll('[data-p]');
  old.querySelectorAll('[data-p]').forEach((node, i) => successors.set(node, heirs[Math.min(i, heirs.length - 1)] ?? block));
}

/** Makes `paper` show `blocks` where it showed `before`. Changes are marked, unless most of it is new. */
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

// Numbers move when a paragraph is put in above; that alone is no change.
const textOf = block => block.replace(/ (?:data-p|id)="[^"]*"| href="#[^"]*"/g, '');

// For each new block, the old one that it goes on from (-1: none), and whether it says the same.
function compare(before, after) {
  const a = before.map(textOf);
  const b = after.map(textOf);
  const result = b.map(() => ({ from: -1, same: false }));
  const longest = commonLengths(a, b);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) result[j++] = { from: i++, same: true };
    else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
    else j++;
  }
  // Between two blocks that stay, new ones take the places of old ones in order.
  let free = 0;
  result.forEach((one, j) => {
    const next = result.slice(j).find(other => other.same)?.from ?? a.length;
    if (one.same) free = one.from + 1;
    else if (free < next) one.from = free++;
  });
  return result;
}

// Longest common subsequences: how long one is from [i][j] on.
function commonLengths(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

const top = node => node.getBoundingClientRect().top;

// What can be seen, with where it begins.
const seen = (nodes, from, to) => [...nodes].map(node => [node, node.getBoundingClientRect()])
  .filter(([, box]) => box.height && box.bottom > from && box.top < to).map(([node, box]) => [node, box.top]);

// How far the first of them that is still there has moved.
function moved(anchors) {
  const [node, was] = anchors.find(([one]) => successor(one).getClientRects().length) ?? [];
  return node ? top(successor(node)) - was : 0;
}

// Focus first; then what begins in the window, for a thing that begins above it may grow inside.
function linesInView() {
  const lines = seen(document.querySelectorAll('.work :is(li:not(.step), h2, h3, p), .block'), 0, innerHeight);
  return [...seen(document.querySelectorAll('.work :focus'), 0, innerHeight), ...lines.filter(([, at]) => at >= 0), ...lines];
}

/** Runs `change`, and puts the first thing seen, in the window and in the sheet, back where it was. */
export function keepPlace(change) {
  const sheet = document.querySelector('.sheet:not([hidden])');
  const edge = sheet.getBoundingClientRect();
  const read = sheet.scrollTop ? seen(sheet.querySelectorAll('.block'), edge.top, edge.bottom) : [];
  const lines = scrollY > 0 ? linesInView() : [];
  change();
  scrollBy(0, moved(lines));
  // The sheet may have moved in the window; and another folder begins at the top.
  if (read.length && sheet.scrollTop) sheet.scrollTop += moved(read) - (top(sheet) - edge.top);
}
