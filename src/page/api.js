// The calls of docs/formats/page-interface.md.

export const STOPPED = 'Genomgång är stoppad. Starta programmet igen.';

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Error(STOPPED);
  }
  if (answer.status === 204) return null;
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw Object.assign(new Error(body.error?.message ?? 'Något gick fel i programmet.'), { hint: body.error?.hint, body });
}

/** The key, the version and the limits. */
export const session = call('/api/session');
session.catch(() => {}); // whoever needs it is told

/** A POST of an object, or of the files in an array. */
export async function post(path, body = {}) {
  const { key } = await session;
  let form = new FormData();
  if (Array.isArray(body)) for (const file of body) form.append('file', file);
  else form = new Blob([JSON.stringify(body)], { type: 'application/json' });
  return call(path, { method: 'POST', headers: { 'X-Genomgang': key }, body: form });
}

const shown = done => document.addEventListener('visibilitychange', done, { once: true });

/** Follows the state while the page is looked at. `lost` takes the error or, when all is well, null; it says whether to go on. */
export async function follow(heard, lost) {
  let number = 0;
  let asking;
  document.addEventListener('visibilitychange', () => asking?.abort());
  for (let going = true; going;) {
    if (document.hidden) await new Promise(shown);
    asking = new AbortController();
    try {
      const state = await call(`/api/state?since=${number}`, { signal: asking.signal });
      lost(null);
      if (state) heard(state);
      number = state?.number ?? number;
    } catch (error) {
      if (error.name === 'AbortError') continue;
      going = lost(error);
      number = 0; // a program that has been started again counts from the beginning
      await new Promise(done => setTimeout(done, 2000));
    }
  }
}
