// The live preview: a save is seen at once, the place of reading stays, and paragraphs and cells know each other.
import fs from 'node:fs';
import path from 'node:path';

const GOOD = 'forskolenamnden-2025';

/** The blocks that begin in the report's window, by their text, and where on the screen; texts that stand there twice left out. */
const inView = page => page.evaluate(() => {
  const frame = document.querySelector('#report').getBoundingClientRect();
  const blocks = [...document.querySelectorAll('#report .block')].map(one => [one.innerText, one.getBoundingClientRect().top]);
  const texts = blocks.map(([text]) => text);
  return blocks.filter(([text, top]) => text && texts.indexOf(text) === texts.lastIndexOf(text) && top > frame.top && top < frame.bottom);
});

async function scrollTo(page, text) {
  await page.locator('#report .block').filter({ hasText: text }).first().evaluate(node => node.scrollIntoView({ block: 'center' }));
}

export async function a_save_is_seen_within_a_second(walk) {
  const folder = walk.sample(GOOD);
  const book = path.join(folder, 'VoR 2025.xlsx');
  const page = await walk.open((await walk.start(folder)).address);
  await page.locator('#report .block').first().waitFor();
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await scrollTo(page, 'Medarbetare kan ta del av information som inte ska eller bör vara tillgänglig');
  await page.evaluate(() => { globalThis.changedAt = new Promise(done => new MutationObserver(() => document.querySelector('.fresh') && done(Date.now()))
    .observe(document.querySelector('#report'), { subtree: true, childList: true, attributes: true })); });
  const before = await inView(page);
  const added = 'Det gäller särskilt system som flera förvaltningar delar, där ingen enskild förvaltning ser alla behörigheter och kan ta bort dem.';
  walk.edit(book, 'VoR', 'C7', `Anställda kan ta del av information som de inte ska se. ${added}`);
  const saved = fs.statSync(book).ctimeMs; // when it got its name
  const took = await page.evaluate(() => globalThis.changedAt) - saved;
  walk.time('från sparat till visat', took);
  if (took > 1000) walk.fault(`ändringen syntes efter ${took} ms`);
  await walk.told(page, 'Arbetsböckerna är lästa på nytt. 0 fel, 1 varning, 9 upplysningar. 1 ändring i dokumenten.');
  const changed = await page.locator('#report .changed').allInnerTexts();
  walk.is(changed.filter(text => text.includes(added)).length > 0 && changed.every(text => /^(Ändrat|Nytt)\n/.test(text)), true, `om ändringen är märkt (${JSON.stringify(changed).slice(0, 300)})`);
  const after = new Map(await inView(page));
  const first = before.find(([text]) => after.has(text));
  const moved = first ? Math.abs(after.get(first[0]) - first[1]) : NaN;
  if (!(moved < 1)) walk.fault(`det lästa stycket flyttade sig ${moved} bildpunkter`);
  await walk.shot(page, 'sida-andrat');
  await walk.looks(page, 'ändrat');
}

export async function the_place_of_reading_stays_when_text_above_grows(walk) {
  const folder = walk.sample(GOOD);
  const page = await walk.open((await walk.start(folder)).address);
  await page.locator('#report .block').first().waitFor();
  await page.locator('#report').evaluate(node => { node.scrollTop = node.scrollHeight / 2; });
  const before = await inView(page);
  const scrolled = await page.locator('#report').evaluate(node => node.scrollTop);
  walk.edit(path.join(folder, 'Omvärld.xlsx'), 'Omvärld', await longText(walk, folder), 'En omvärld. '.repeat(80));
  await page.locator('#report .fresh').first().waitFor({ state: 'attached' });
  const after = new Map(await inView(page));
  for (const [text, top] of before) {
    if (!(Math.abs(after.get(text) - top) < 1)) walk.fault(`”${text.slice(0, 40)}” flyttade sig från ${top} till ${after.get(text)}`);
  }
  if (await page.locator('#report').evaluate(node => node.scrollTop) <= scrolled) walk.fault('texten ovanför växte inte');
}

// The first long text of the sheet: where its rows begin is no matter here.
async function longText(walk, folder) {
  const script = 'import openpyxl, sys\nfor row in openpyxl.load_workbook(sys.argv[1])["Omvärld"].iter_rows(min_row=5):\n'
    + '  for cell in row:\n    if isinstance(cell.value, str) and len(cell.value) > 40:\n      open(sys.argv[2], "w").write(cell.coordinate); sys.exit()';
  walk.python('-c', script, path.join(folder, 'Omvärld.xlsx'), walk.path('cell.txt'));
  return fs.readFileSync(walk.path('cell.txt'), 'utf8');
}

export async function a_paragraph_shows_its_cells_and_a_finding_its_paragraph(walk) {
  const folder = walk.sample(GOOD);
  const page = await walk.open((await walk.start(folder)).address);
  await page.locator('#report [data-p]').first().waitFor();
  await page.locator('#report [data-p]').filter({ hasText: /^Till förskolenämnden$/ }).click();
  await walk.says(page, '#source', 'Stycket kommer ur\nGrunduppgifter.xlsx › Uppgifter › B4 (Värde)');
  await page.locator('#report [data-p]').filter({ hasText: 'Årlig rapport om informationssäkerhet och dataskydd' }).click();
  await walk.says(page, '#source', 'Texten står i mallen och kommer inte ur någon cell.');
  await walk.axe(page, 'källa');

  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  const finding = page.locator('.group').filter({ hasText: 'Händelsen ”V25-02” säger nästan samma sak som ”V25-01”.' });
  const show = finding.getByRole('button', { name: /^Visa i rapporten ?: VoR 2025\.xlsx › VoR › C7 \(Oönskad händelse\)$/ });
  await show.click();
  const picked = page.locator('#report .picked');
  const text = (await picked.innerText()).trim();
  if (!text.startsWith('Anställda, konsulter och leverantörer')) walk.fault(`stycket som visas är ”${text}”`);
  walk.is(await picked.evaluate(node => {
    const frame = document.querySelector('#report').getBoundingClientRect();
    const box = node.getBoundingClientRect();
    return box.top >= frame.top && box.bottom <= frame.bottom && node === document.activeElement;
  }), true, 'om stycket syns och har fokus');
  if (!(await walk.text(page, '#source')).includes('VoR 2025.xlsx › VoR › C7 (Oönskad händelse)')) walk.fault('cellen står inte under stycket');
  await walk.looks(page, 'stycke och cell');
  await page.getByRole('button', { name: 'Tillbaka till kontrollen' }).click();
  walk.is(await show.evaluate(node => node === document.activeElement), true, 'om fokus är tillbaka');

  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await page.locator('#plan table').first().waitFor();
  walk.is([await page.locator('#report').isVisible(), await page.locator('#plan').isVisible()], [false, true], 'det som visas');
  await walk.looks(page, 'planen');
}

export async function no_markup_from_a_workbook_runs(walk) {
  const name = '<img src=x onerror=document.title=1>';
  const folder = walk.sample(GOOD, name);
  const mean = '<script>document.title=1</script><img src=x onerror="document.title=1"><a href="javascript:alert(1)">x</a>';
  walk.edit(path.join(folder, 'VoR 2025.xlsx'), 'VoR', 'C6', mean, 'E7', '<b onclick=alert(1)>tre</b>');
  fs.renameSync(path.join(folder, 'VoR 2025.xlsx'), path.join(folder, `VoR 2025 ${name}.xlsx`));
  const page = await walk.open((await walk.start(folder)).address);
  await walk.says(page, '#folder-name', name);
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  walk.is((await walk.text(page, '.tier.fel')).includes(`VoR 2025 ${name}.xlsx › VoR › E7 (Sannolikhet)\n`), true, 'om boken nämns med sitt namn');
  walk.is((await walk.text(page, '.tier.fel')).includes('”<b onclick=alert(1)>tre</b>”'), true, 'om cellens text står som den är');
  walk.is((await walk.text(page, '#report')).includes('<script>document.title=1</script>'), true, 'om texten står i rapporten som den är');
  walk.is(await page.evaluate(() => [document.querySelectorAll('main img, .preview img, .preview script, [onclick], [onerror], a[href^="javascript"]').length, document.title]),
    [0, 'Fel: Det finns 1\u00a0fel att rätta – Genomgång'], 'det som inte får finnas');
}
