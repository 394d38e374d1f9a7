// Findings: what is wrong, where, and what to do about it.

import { bit, el, fold, icon, keyed, press, setText } from './dom.js';

const TIERS = { fel: 'Fel', varning: 'Varningar', upplysning: 'Upplysningar' };
const FEW = 4; // cells shown at first; the rest is behind a button

// Notes are many and can wait, so they are folded.
function makeTier({ severity }) {
  const title = el('h3', {}, icon(severity), el('span'));
  const folded = severity === 'upplysning';
  const groups = el('ul', { className: 'groups' });
  return el(folded ? 'details' : 'section', { className: `tier ${severity}` }, folded ? el('summary', {}, title) : title, groups);
}

/** Shows groups of findings in their three tiers. `showIn` takes the paragraphs of one and its button, where there is a preview. */
export function drawFindings(parent, groups, showIn) {
  const tiers = Object.keys(TIERS).map(severity => ({ severity, groups: groups.filter(group => group.severity === severity) }));
  keyed(parent, tiers.filter(tier => tier.groups.length), tier => tier.severity, makeTier, (node, tier) => {
    const cells = tier.groups.reduce((sum, group) => sum + group.items.length, 0);
    setText(node.querySelector('h3 span'), `${TIERS[tier.severity]} (${cells})`);
    keyed(node.lastElementChild, tier.groups, group => group.sentence + group.hint, makeGroup, (one, group) => drawGroup(one, group, showIn));
  });
}

const makeGroup = group => el('li', { className: 'group' }, el('p', { className: 'sentence' }, group.sentence),
  group.hint && el('p', {}, group.hint), el('ul', { className: 'cells' }), el('button', { type: 'button', className: 'quiet' }));

function drawGroup(node, { items }, showIn) {
  const cells = node.querySelector('.cells');
  keyed(cells, items, ({ place, says, hint }) => [place, says, hint].join('\n'), makeItem, (one, item) => {
    one.lastElementChild.hidden = !showIn || !item.paragraphs.length;
    one.showMe = () => showIn(item.paragraphs, one.lastElementChild);
  });
  fold(cells, node.lastElementChild, FEW);
}

function makeItem({ place, says, hint }) {
  const button = el('button', { type: 'button', className: 'link' }, 'Visa i rapporten', bit('heard', `: ${place}`));
  const node = el('li', {}, bit('place', place), bit('says', says), bit('says', hint), button);
  press(button, () => node.showMe());
  return node;
}
