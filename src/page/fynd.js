// Findings: what is wrong, where, and what to do about it.

import { bit, el, icon, keyed, press, setText } from './dom.js';

const TIERS = { fel: 'Fel', varning: 'Varningar', upplysning: 'Upplysningar' };
const FEW = 4; // cells shown at first

// Notes are many and can wait, so they are folded.
function makeTier({ severity }) {
  const title = el('h3', {}, icon(severity), el('span'));
  const folded = severity === 'upplysning';
  return el(`${folded ? 'details' : 'section'}.tier ${severity}`, {}, folded ? el('summary', {}, title) : title, el('ul.groups'));
}

/** Shows findings in three tiers. `showIn` takes the paragraphs of one, and its button, where there is a preview. */
export function drawFindings(parent, all, showIn) {
  const tiers = Object.keys(TIERS).map(severity => ({ severity, groups: all.filter(group => group.severity === severity) }));
  keyed(parent, tiers.filter(tier => tier.groups.length), tier => tier.severity, makeTier, (node, { severity, groups }) => {
    const cells = groups.reduce((sum, group) => sum + group.items.length, 0);
    setText(node.querySelector('h3 span'), `${TIERS[severity]} (${cells})`);
    keyed(node.lastElementChild, groups, group => group.sentence + group.hint, makeGroup, (one, group) => drawGroup(one, group, showIn));
  });
}

const makeGroup = ({ sentence, hint }) => el('li.group', {}, el('p.sentence', {}, sentence), hint && el('p', {}, hint), el('ul.cells'),
  el('button.quiet', { type: 'button' }));

function drawGroup(node, { items }, showIn) {
  const cells = node.querySelector('.cells');
  keyed(cells, items, ({ place, says, hint }) => [place, says, hint].join('\n'), makeItem, (one, { paragraphs }) => {
    const button = one.lastElementChild;
    button.hidden = !showIn || !paragraphs.length;
    one.showMe = () => showIn(paragraphs, button);
  });
  fold(cells, node.lastElementChild);
}

// A long list shows its beginning; the button says how long it is.
function fold(list, more) {
  const all = [...list.children];
  const long = all.length > FEW + 1;
  const open = more.ariaExpanded === 'true';
  all.forEach((item, i) => { item.hidden = long && !open && i >= FEW; });
  more.hidden = !long;
  more.ariaExpanded = open;
  setText(more, open ? 'Visa färre' : `Visa alla ${all.length}`);
  more.onclick = () => {
    more.ariaExpanded = !open;
    fold(list, more);
  };
}

function makeItem({ place, says, hint }) {
  const button = el('button.link', { type: 'button' }, 'Visa i rapporten', bit('heard', `: ${place}`));
  const node = el('li', {}, bit('place', place), bit('says', says), bit('says', hint), button);
  press(button, () => node.showMe());
  return node;
}
