// Small helpers for the document. Text goes in as text; only papper.js makes elements of strings.

export const $ = id => document.getElementById(id);

/** An element by ”tag.classes”, with properties and children; a string child is text, and what is empty is left out. */
export function el(kind, properties, ...children) {
  const [tag, className = ''] = kind.split('.');
  const node = Object.assign(document.createElement(tag), { className }, properties);
  node.append(...children.filter(Boolean));
  return node;
}

/** A piece of text with a class; nothing when there is no text. */
export const bit = (name, text) => text && el(`span.${name}`, {}, text);

/** An icon of index.html. It is never alone in saying something, so screen readers do not hear of it. */
export function icon(name) {
  const svg = document.querySelector('.icon').cloneNode(true);
  svg.firstElementChild.setAttribute('href', `#i-${name}`);
  return svg;
}

/** A row with a link that hands out a document: what it is, and the name of the file. */
export const download = ({ href, name }, says = name) =>
  el('li', {}, el('a', { href, download: name }, icon('down'), el('span', {}, bit('says', says), says !== name && bit('path', name))));

/** Sets a text only when it differs, so that nothing is read aloud or laid out again for no reason. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Shows each text at its id; an id without a text is hidden. */
export function put(texts) {
  for (const id in texts) {
    setText($(id), texts[id] || '');
    $(id).hidden = !texts[id];
  }
}

/** Shows the ids that are true and hides the others. */
export function show(ids) {
  for (const id in ids) $(id).hidden = !ids[id];
}

export const count = (number, one, many) => `${number}\u00a0${number === 1 ? one : many}`;
export const lastName = path => path.split(/[\\/]/).filter(Boolean).pop() ?? path;

const keys = new WeakMap();

/** Makes the children of `parent` follow `items`. A child stays the same node, with its focus, as long as its key stays. */
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

/** Makes `nodes` the children of `parent`, and does not touch those that stay. */
export function place(parent, nodes) {
  const stay = new Set(nodes);
  for (const child of [...parent.children]) if (!stay.has(child)) child.remove();
  nodes.forEach((node, i) => node !== parent.children[i] && parent.insertBefore(node, parent.children[i]));
}

/** Shows the first few of a long list. The button says how many they all are, and shows them. */
export function fold(list, more, few) {
  const all = [...list.children];
  const open = more.ariaExpanded === 'true';
  all.forEach((item, i) => { item.hidden = !open && all.length > few + 1 && i >= few; });
  more.hidden = all.length <= few + 1;
  more.ariaExpanded = open;
  setText(more, open ? 'Visa färre' : `Visa alla ${all.length}`);
  more.onclick = () => {
    more.ariaExpanded = !open;
    fold(list, more, few);
  };
}

/** Does `work`; what goes wrong is shown in the nearest place for it, in the words it came with. */
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

/**
 * A button that does `work`, once at a time. The second click of a double click is not a new one: the button that stands there by
 * then may be another. The button keeps its focus while it works, so it is aria-disabled and not disabled.
 */
export function press(button, work) {
  button.addEventListener('click', async event => {
    if (event.detail > 1 || button.ariaDisabled) return;
    const slow = setTimeout(() => button.classList.add('slow'), 1000); // what takes less needs no sign of it
    button.ariaDisabled = true;
    await attempt(button, work);
    clearTimeout(slow);
    button.classList.remove('slow');
    button.ariaDisabled = null;
  });
  return button;
}

/** Buttons by id, and what each does. */
export function buttons(works) {
  for (const id in works) press($(id), works[id]);
}
