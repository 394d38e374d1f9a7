// The calls of docs/formats/page-interface.md.

export const STOPPED = 'Genomgång är stoppad. Starta programmet igen.';

// A refusal has what the server said, and the whole answer.
async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: 'no-store', ...options });
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

/** A POST with JSON, or with the files of an array. */
export async function post(path, body = {}) {
  const headers = { 'X-Genomgang': (await session).key };
  const files = Array.isArray(body) && new FormData();
  if (files) for (const file of body) files.append('file', file, file.name);
  else headers['Content-Type'] = 'application/json';
  return call(path, { method: 'POST', headers, body: files || JSON.stringify(body) });
}

const visibility = work => document.addEventListener('visibilitychange', work, { once: true });

/**
 * Follows the state for as long as the page is open, and asks only while it is looked at. `heard` takes each new state; `lost` takes
 * the error when nobody answers and null when somebody does, and says whether to go on.
 */
export async function follow(heard, lost) {
  let number = 0;
  for (let going = true; going;) {
    if (document.hidden) await new Promise(visibility);
    const asking = new AbortController();
    visibility(() => asking.abort());
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
