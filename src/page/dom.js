// Small helpers for the document. Text goes in as text; only the preview makes elements of strings, and not here.

export const $ = id => document.getElementById(id);

/** An element with properties and children; a string child is text. */
export function el(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter(child => child !== null && child !== ''));
  return node;
}

/** An icon of the sprite in index.html. It is never alone in saying something, so it is hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A link that hands out a document: what it is, and the name of the file below. */
export function download(href, says, name) {
  const link = el('a', { href, download: name });
  link.append(icon('down'), el('span', {}, el('span', { className: 'says', textContent: says }),
    says === name ? '' : el('span', { className: 'name', textContent: name })));
  return link;
}

/** Sets a text only when it differs, so that nothing is read aloud or laid out again for no reason. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export const count = (number, one, many) => `${number}\u00a0${number === 1 ? one : many}`;

const keys = new WeakMap();

/**
 * Makes the children of `parent` follow `items`. A child stays the same node as long as its key stays, so that focus, an opened
 * list and the place of reading survive; `update` may be left out when the key says all.
 */
export function keyed(parent, items, keyOf, make, update) {
  const old = new Map([...parent.children].map(child => [keys.get(child), child]));
  const seen = new Map();
  const nodes = items.map(item => {
    let key = keyOf(item);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) > 1) key += `\n${seen.get(key)}`; // twins are told apart by their order
    const node = old.get(key) ?? make(item);
    old.delete(key);
    keys.set(node, key);
    update?.(node, item);
    return node;
  });
  old.forEach(node => node.remove());
  let here = parent.firstElementChild;
  for (const node of nodes) {
    if (node === here) here = here.nextElementSibling;
    else parent.insertBefore(node, here);
  }
}

/** Shows what went wrong, in the server's own words, and reads it aloud. */
export function showProblem(id, error) {
  const node = $(id);
  node.replaceChildren(icon('fel'), el('span', { textContent: [error.message, error.hint].filter(Boolean).join(' ') }));
  node.hidden = false;
}

export function hideProblem(id) {
  $(id).hidden = true;
}

/**
 * A button that does `work`, once at a time. The second click of a double click is not a new one: the button that stands there by
 * then may be another. The button keeps its focus while it works, so it is aria-disabled and not disabled.
 */
export function press(id, work, problem) {
  const button = $(id);
  button.addEventListener('click', async event => {
    if (event.detail > 1 || button.getAttribute('aria-disabled') === 'true') return;
    const slow = setTimeout(() => button.classList.add('slow'), 1000); // no sign of work for what takes less than a second
    button.setAttribute('aria-disabled', 'true');
    try {
      if (problem) hideProblem(problem);
      await work(button);
    } catch (error) {
      if (problem) showProblem(problem, error);
      else throw error;
    } finally {
      clearTimeout(slow);
      button.classList.remove('slow');
      button.removeAttribute('aria-disabled');
    }
  });
}
