// What walks through the page share: a server in a home of its own, Chromium, and what must hold on every page.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const tools = createRequire(path.join(PROJECT, 'build/page-tools/'));
const { chromium } = tools('playwright-core');
const axeSource = fs.readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');
const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PICTURES = path.join(PROJECT, 'docs/sv/bilder');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?nyckel=[0-9a-f]{64}/;
const NO_SHIFT = 0.01; // of the window; 0.1 is what the web calls good
// A refusal is an answer that the page tells of; Chromium notes it as well.
const REFUSALS = /^Failed to load resource: the server responded with a status of (409|413|422) /;

export function launch() {
  const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...sandbox, '--lang=sv'] });
}

export const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/** One walk: a folder of its own, servers and pages that are closed after it, and the faults it found. */
export class Walk {
  faults = [];
  times = {};
  #servers = [];
  #contexts = [];
  #expected = [REFUSALS];

  constructor(browser, program, pictures) {
    Object.assign(this, { browser, program, pictures });
    this.scratch = pictures ? '/tmp/underlag' : fs.mkdtempSync(path.join(os.tmpdir(), 'prov-'));
    fs.rmSync(this.scratch, { recursive: true, force: true });
    for (const name of ['run', 'state', 'tmp', 'hem']) fs.mkdirSync(path.join(this.scratch, '.eget', name), { recursive: true, mode: 0o700 });
  }

  // --- Files ---

  path(...names) {
    return path.join(this.scratch, ...names);
  }

  sample(name, target = name) {
    fs.cpSync(path.join(PROJECT, 'sample-data', name), this.path(target), { recursive: true });
    return this.path(target);
  }

  edit(book, sheet, ...cells) {
    this.python(path.join(PROJECT, 'tests/page/edit_workbook.py'), book, sheet, ...cells.map(String));
  }

  python(...words) {
    const done = spawnSync('/usr/bin/python3', words, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
  }

  // --- The server ---

  async start(...words) {
    const own = name => this.path('.eget', name);
    const env = { ...process.env, HOME: this.scratch, XDG_RUNTIME_DIR: own('run'), XDG_STATE_HOME: own('state'), TMPDIR: own('tmp') };
    for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'BROWSER']) delete env[name];
    const server = spawn(this.program, ['oppna', ...words, '--bara-adress'], { cwd: this.scratch, env });
    server.ended = new Promise(done => server.once('exit', done));
    this.#servers.push(server);
    let said = '';
    server.stdout.on('data', data => { said += data; });
    server.stderr.on('data', data => { said += data; });
    for (let look = 0; look < 400 && !ADDRESS.test(said); look++) await pause(50);
    if (!ADDRESS.test(said)) throw new Error(`sidan startade inte: ${said}`);
    server.address = said.match(ADDRESS)[0];
    return server;
  }

  // --- The browser ---

  /** A page in a browser of its own, or in that of another page. */
  async open(address, { beside, ...options } = {}) {
    const context = beside?.context() ?? await this.browser.newContext({ viewport: this.pictures ? { width: 1280, height: 800 } : { width: 1440, height: 900 }, locale: 'sv-SE', acceptDownloads: true, ...options });
    if (!beside) this.#contexts.push(context);
    const page = await context.newPage();
    page.shifts = () => page.evaluate(() => globalThis.shifted);
    await page.addInitScript(() => {
      globalThis.shifted = 0;
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    page.on('request', request => {
      const url = new URL(request.url());
      if (url.hostname !== '127.0.0.1' && !['data:', 'blob:'].includes(url.protocol)) this.fault(`sidan frågar ${request.url()}`);
    });
    page.on('pageerror', error => this.fault(`fel i skriptet: ${error}`));
    page.on('console', message => {
      if (message.type() === 'error' && !this.#expected.some(one => one.test(message.text()))) this.fault(`konsolen: ${message.text()}`);
    });
    page.setDefaultTimeout(15000);
    await page.goto(address);
    await page.waitForSelector('html:not(.waiting)', { state: 'attached' });
    return page;
  }

  /** From now on such a message of Chromium's is no fault. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  // --- What must hold ---

  fault(text) {
    this.faults.push(text);
  }

  is(got, wanted, what) {
    if (JSON.stringify(got) !== JSON.stringify(wanted)) this.fault(`${what} är\n      ${JSON.stringify(got)}\n    väntat\n      ${JSON.stringify(wanted)}`);
  }

  /** The text of an element as it is seen, with the blanks that keep words together as plain ones. */
  async text(page, selector) {
    return (await page.locator(selector).innerText()).replaceAll('\u00a0', ' ').replace(/\n+/g, '\n').trim();
  }

  async says(page, selector, wanted) {
    const node = page.locator(selector);
    for (let look = 0; look < 100; look++) {
      if (await node.isVisible() && await this.text(page, selector) === wanted) return;
      await pause(50);
    }
    this.is(await node.isVisible() ? await this.text(page, selector) : null, wanted, selector);
  }

  /** What a screen reader is told. */
  async told(page, wanted) {
    for (let look = 0; look < 100; look++) {
      if ((await page.locator('#status').textContent()).replaceAll('\u00a0', ' ') === wanted) return;
      await pause(50);
    }
    this.is((await page.locator('#status').textContent()).replaceAll('\u00a0', ' '), wanted, 'det som läses upp');
  }

  /** Where focus is: the text of the element that has it. */
  async focused(page) {
    return page.evaluate(() => (document.activeElement.innerText || document.activeElement.id).replaceAll('\u00a0', ' ').trim());
  }

  async axe(page, where) {
    if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axeSource);
    const found = await page.evaluate(tags => globalThis.axe.run(document, { runOnly: tags }).then(result => result.violations
      .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => `${node.target} ${node.any[0]?.message ?? ''}`).join('; ')}`)), AXE);
    for (const one of found) this.fault(`axe, ${where}: ${one}`);
  }

  /** A state as others see it: light and dark, 320 pixels wide (1280 at 400 %), high contrast. Nothing may be out of sight. */
  async looks(page, where) {
    const size = page.viewportSize();
    await this.axe(page, where);
    await page.emulateMedia({ colorScheme: 'dark' });
    await this.axe(page, `${where}, mörkt`);
    await page.emulateMedia({ colorScheme: 'light' });
    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 640 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) this.fault(`${where}: ${over} bildpunkter utanför ${width}`);
    }
    await page.setViewportSize(size);
    await page.emulateMedia({ forcedColors: 'active' });
    const plain = await page.evaluate(() => [...document.querySelectorAll('button')].filter(one => one.getClientRects().length && one.matches('.primary, .second'))
      .filter(one => getComputedStyle(one).borderTopStyle === 'none').map(one => one.textContent));
    for (const one of plain) this.fault(`${where}: knappen ”${one}” har ingen kant med hög kontrast`);
    await page.emulateMedia({ forcedColors: 'none' });
  }

  async still(page, where) {
    const shifted = await page.shifts();
    if (shifted > NO_SHIFT) this.fault(`${where}: sidan hoppade ${shifted.toFixed(3)}`);
  }

  /** A picture for the guide, when pictures are asked for. */
  async shot(page, name) {
    if (!this.pictures) return;
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.activeElement?.blur());
    await pause(300);
    await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  }

  time(what, milliseconds) {
    this.times[what] = Math.round(milliseconds);
  }

  async end() {
    for (const context of this.#contexts) await context.close();
    for (const server of this.#servers) {
      if (server.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
      await server.ended;
    }
    fs.rmSync(this.scratch, { recursive: true, force: true });
  }
}
