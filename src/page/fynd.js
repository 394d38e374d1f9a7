// Findings: what is wrong, where, and what to do about it.

import { count, el, icon, keyed, setText } from './dom.js';

const TIERS = [
  { severity: 'fel', title: 'Fel' },
  { severity: 'varning', title: 'Varningar' },
  { severity: 'upplysning', title: 'Upplysningar', folded: true },
];
const FEW = 5; // cells shown at first; the rest is behind a button

function makeTier(tier) {
  const title = el('h3', {}, icon(tier.severity), el('span', { className: 'tier-title' }));
  const list = el('ul', { className: 'groups' });
  if (!tier.folded) return el('section', { className: `tier ${tier.severity}` }, title, list);
  return el('details', { className: `tier ${tier.severity}` }, el('summary', {}, title), list);
}

/** Shows groups of findings in their three tiers. `show` is called with the paragraphs of a finding, when there is a preview. */
export function drawFindings(parent, groups, show) {
  const tiers = TIERS.map(tier => ({ ...tier, groups: groups.filter(group => group.severity === tier.severity) }))
    .filter(tier => tier.groups.length);
  keyed(parent, tiers, tier => tier.severity, makeTier, (node, tier) => {
    const cells = tier.groups.reduce((sum, group) => sum + group.items.length, 0);
    setText(node.querySelector('.tier-title'), `${tier.title} (${cells})`);
    keyed(node.querySelector('.groups'), tier.groups, group => group.sentence, makeGroup, (one, group) => drawGroup(one, group, show));
  });
}

function makeGroup() {
  const list = el('ul', { className: 'cells' });
  const more = el('button', { type: 'button', className: 'quiet', hidden: true });
  more.setAttribute('aria-expanded', 'false');
  const node = el('li', { className: 'group' }, el('p', { className: 'sentence' }), el('p', { className: 'hint' }), list, more);
  more.addEventListener('click', () => {
    more.setAttribute('aria-expanded', more.getAttribute('aria-expanded') !== 'true');
    fold(node);
  });
  return node;
}

function drawGroup(node, group, show) {
  setText(node.querySelector('.sentence'), group.sentence);
  setText(node.querySelector('.hint'), group.hint);
  node.querySelector('.hint').hidden = !group.hint;
  keyed(node.querySelector('.cells'), group.items, item => JSON.stringify([item.place, item.says, item.hint]), makeItem,
    (one, item) => drawItem(one, item, show));
  fold(node);
}

// Long lists show their beginning; the button says how long they are.
function fold(group) {
  const items = [...group.querySelector('.cells').children];
  const more = group.querySelector(':scope > button');
  const open = more.getAttribute('aria-expanded') === 'true';
  items.forEach((item, i) => { item.hidden = !open && items.length > FEW && i >= FEW - 1; });
  more.hidden = items.length <= FEW;
  setText(more, open ? 'Visa färre' : `Visa alla ${items.length}`);
}

function makeItem(item) {
  const show = el('button', { type: 'button', className: 'link', hidden: true }, 'Visa i rapporten',
    el('span', { className: 'heard', textContent: `: ${item.place}` }));
  const node = el('li', {}, el('span', { className: 'place', textContent: item.place }),
    item.says ? el('span', { className: 'says', textContent: item.says }) : '',
    item.hint ? el('span', { className: 'hint', textContent: item.hint }) : '', show);
  show.addEventListener('click', () => node.show?.(show));
  return node;
}

function drawItem(node, item, show) {
  node.show = show ? button => show(item.paragraphs, button) : null;
  node.lastElementChild.hidden = !show || !item.paragraphs?.length;
}

/** ”3 varningar och 1 upplysning”, or nothing. */
export function besides(counts) {
  return [counts.warnings && count(counts.warnings, 'varning', 'varningar'), counts.notes && count(counts.notes, 'upplysning', 'upplysningar')]
    .filter(Boolean).join(' och ');
}
