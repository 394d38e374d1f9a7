// Walks through the page in a real browser: check_page.mjs --program PATH [--bilder] [NAME ...]
import path from 'node:path';
import { launch, Walk } from './walk.mjs';
import * as folders from './walks_folders.mjs';
import * as preview from './walks_preview.mjs';
import * as others from './walks_others.mjs';

const words = process.argv.slice(2);
const after = words.indexOf('--program') + 1;
const program = path.resolve(words.splice(after - 1, 2)[1]);
const pictures = words.includes('--bilder');
const names = words.filter(word => !word.startsWith('--'));
const walks = { ...folders, ...preview, ...others };

const browser = await launch();
let failed = 0;
let passed = 0;
const times = {};
for (const [name, go] of Object.entries(walks)) {
  if (names.length && !names.includes(name)) continue;
  const walk = new Walk(browser, program, pictures);
  try {
    await go(walk);
  } catch (error) {
    walk.fault(error.stack.split('\n').slice(0, 12).join('\n    '));
  }
  await walk.end();
  Object.assign(times, walk.times);
  console.log(walk.faults.length ? 'FEL' : 'ok', name);
  for (const fault of walk.faults) console.log(`    ${fault}`);
  if (walk.faults.length) failed++;
  else passed++;
}
await browser.close();
for (const [what, milliseconds] of Object.entries(times)) console.log(`${what}: ${milliseconds} ms`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
