// Helpers for the document. Text goes in as text; only papper.js makes elements of strings.

export const $ = id => document.getElementById(id);

/** An element by ”tag.classes”; a string child is text, and an empty child is left out. */
export function el(kind, properties, ...children) {
  const [tag, className = ''] = kind.split('.');
  const node = Object.assign(document.createElement(tag), { className }, properties);
  node.append(...children.filter(Boolean));
  return node;
}

/** A piece of text with a class; nothing when there is no text. */
export const bit = (name, text) => text && el(`span.${name}`, {}, text);

/** An icon of index.html; never alone in saying something. */
export function icon(name) {
  const svg = document.querySelector('.icon').cloneNode(true);
  svg.firstElementChild.setAttribute('href', `#i-${name}`);
  return svg;
}

/** A row that hands out a document. */
export const download = ({ href, name }, says = name) =>
  el('li', {}, el('a', { href, download: name }, icon('down'), el('span', {}, bit('says', says), says !== name && bit('path', name))));

/** Sets a text that differs, so that nothing is read aloud in vain. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Texts by id; an id without a text is hidden. */
export function put(texts) {
  for (const id in texts) {
    setText($(id), texts[id] || '');
    $(id).hidden = !texts[id];
  }
}

export function show(ids) {
  for (const id in ids) $(id).hidden = !ids[id];
}

export const count = (number, one, many) => `${number}\u00a0${number === 1 ? one : many}`;
export const NAMES = { rapport: 'Rapporten', plan: 'Aktivitetsplanen', protokoll: 'Granskningsprotokollet' };
export const lastName = path => path.split(/[\\/]/).filter(Boolean).pop() ?? path;

const keys = new WeakMap();

/** Makes the children of `parent` follow `items`. A child stays the same node, with its focus, while its key stays. */
export function keyed(parent, items, keyOf, make, update) {
  const old = new Map([...parent.children].map(child => [keys.get(child), child]));
  const twins = {};
  place(parent, items.map(item => {
    const same = keyOf(item);
    twins[same] = (twins[same] ?? 0) + 1; // those with the same key are told apart by their order
    const key = `${twins[same]} ${same}`;
    const node = old.get(key) ?? make(item);
    keys.set(node, key);
    update?.(node, item);
    return node;
  }));
}

/** Makes `nodes` the children of `parent`; those that stay are not touched. */
export function place(parent, nodes) {
  const stay = new Set(nodes);
  for (const child of [...parent.children]) if (!stay.has(child)) child.remove();
  nodes.forEach((node, i) => node !== parent.children[i] && parent.insertBefore(node, parent.children[i]));
}

/** Does `work`; what goes wrong is shown in the nearest place for it. */
export async function attempt(at, work) {
  const box = at.closest('.body, form, .extras')?.querySelector(':scope > .problem');
  if (box) box.hidden = true;
  try {
    await work();
  } catch (error) {
    if (!box) return;
    box.replaceChildren(icon('fel'), bit('', `${error.message} ${error.hint ?? ''}`));
    box.hidden = false;
  }
}

// The second click of a double click is no new one: another button may stand there by then. A disabled button would lose focus.
export function press(button, work) {
  button.addEventListener('click', async event => {
    if (event.detail > 1 || button.ariaDisabled) return;
    button.ariaDisabled = true;
    await attempt(button, work);
    button.ariaDisabled = null;
  });
  return button;
}

export function buttons(works) {
  for (const id in works) press($(id), works[id]);
}
