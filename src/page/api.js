// The calls of docs/formats/page-interface.md.

export const STOPPED = 'Genomgång är stoppad. Starta programmet igen.';

/** A refusal: what the server says, and the whole answer in `body`. Status 0 means that nobody answers. */
export class Refused extends Error {
  constructor(status, body) {
    super(body?.error?.message ?? 'Något gick fel i programmet.');
    this.status = status;
    this.hint = body?.error?.hint ?? '';
    this.body = body ?? {};
  }
}

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: 'no-store', credentials: 'same-origin', ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refused(0, { error: { message: STOPPED } });
  }
  if (answer.status === 204) return null;
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(answer.status, body);
  return body;
}

let session;

/** The key, the version and the limits; asked for once, and again when the first question had no answer. */
export function openSession() {
  session ??= call('/api/session').catch(error => {
    session = undefined;
    throw error;
  });
  return session;
}

/** A POST with JSON, or with files when `body` is a FormData. */
export async function post(path, body = {}) {
  const { key } = await openSession();
  const headers = { 'X-Genomgang': key };
  if (body instanceof FormData) return call(path, { method: 'POST', headers, body });
  headers['Content-Type'] = 'application/json';
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

function untilVisible() {
  if (!document.hidden) return Promise.resolve();
  return new Promise(done => document.addEventListener('visibilitychange', done, { once: true }));
}

/**
 * Follows the state for as long as the page is open, and asks only while it is looked at. `heard` takes each new state, `lost`
 * is called with the error when nobody answers, and with null when somebody does again.
 */
export async function follow(heard, lost) {
  let number = 0;
  let ended = false;
  while (!ended) {
    await untilVisible();
    const asking = new AbortController();
    const hide = () => document.hidden && asking.abort();
    document.addEventListener('visibilitychange', hide);
    try {
      const state = await call(`/api/state?since=${number}`, { signal: asking.signal });
      lost(null);
      if (state) {
        number = state.number;
        heard(state);
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        ended = lost(error) === 'ended';
        number = 0; // a program that has been started again counts from the beginning
        await pause(2000);
      }
    }
    document.removeEventListener('visibilitychange', hide);
  }
}
