// From a folder to documents: by mouse, by keyboard alone, with a fault in between, with files dropped, over what lies there.
import fs from 'node:fs';
import path from 'node:path';

const GOOD = 'forskolenamnden-2025';
const RECOGNISED = '13 blad hittade, 3 tomma, 6 saknas';
const ALL_THERE = '10 av 10 oönskade händelser, 5 av 5 oönskade händelser från året före, 5 av 5 uppföljningar, '
  + '1 av 6 rekommendationer, 14 av 14 aktiviteter, 5 av 5 texter om omvärlden, 1 av 1 text om staden. '
  + 'Räknas men återges inte: 5 av 6 rekommendationer, 2 av 2 incidenter';
const DOCUMENTS = [
  'Rapporten\nLedningens genomgång 2025 Förskolenämnden.docx',
  'Aktivitetsplanen\nAktivitetsplan 2025–2027 Förskolenämnden.xlsx',
  'Granskningsprotokollet\nGranskningsprotokoll 2025 Förskolenämnden.xlsx',
  'Granskningsprotokollet\nGranskningsprotokoll 2025 Förskolenämnden.html',
];
const NAMES = DOCUMENTS.map(text => text.split('\n')[1]);

// The page looks once more for news before it knows that the program has ended.
const ENDED = /^Failed to load resource: net::ERR_(CONNECTION_(REFUSED|RESET)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE)/;

const links = (walk, page, list) => page.locator(`${list} a`).allInnerTexts().then(texts => texts.map(text => text.replaceAll('\u00a0', ' ').trim()));

export async function a_good_folder_by_mouse(walk) {
  const folder = walk.sample(GOOD);
  const server = await walk.start();
  const page = await walk.open(server.address);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  walk.time('första bild', paint);
  walk.is(await page.title(), 'Välj underlag – Genomgång', 'fönstrets namn');
  walk.is(await walk.text(page, '#body-1'), 'Välj mappen med årets arbetsböcker. Inget ändras i dem, och inget lämnar datorn.\n'
    + 'Välj mapp\nSläpp filer här, eller välj filer', 'början');
  walk.is(await walk.text(page, '#report'), 'Här visas rapporten när du har valt underlag.', 'förhandsvisningen');
  await walk.looks(page, 'början');
  await walk.still(page, 'början');

  await page.getByRole('button', { name: 'Välj mapp' }).click();
  await walk.says(page, '#folder-heading', 'Välj mappen med årets arbetsböcker');
  await walk.says(page, '#folder-here', `${path.basename(walk.scratch)}: inga arbetsböcker`);
  walk.is(await walk.text(page, '#folder-list'), `En nivå upp\n${GOOD}\n10 arbetsböcker`, 'mapparna');
  await walk.looks(page, 'mappar');
  await page.locator('#folder-list').getByText(GOOD).click();
  await walk.says(page, '#folder-here', `${GOOD}: 10 arbetsböcker`);
  await page.getByRole('button', { name: 'Välj den här mappen' }).click();

  await walk.told(page, `${GOOD}: ${RECOGNISED}`);
  walk.is(await walk.focused(page), 'Kontrollera', 'fokus');
  walk.is([await walk.text(page, '#folder-name'), await walk.text(page, '#folder-path')], [GOOD, folder], 'mappen');
  walk.is(await page.locator('#sheets > li').filter({ hasText: 'VoR 2025' }).innerText(), 'VoR 2025\n10\u00a0rader\nVoR 2025.xlsx › VoR', 'ett blad');
  walk.is(await page.locator('#sheets > li').filter({ hasText: 'IKP 2024' }).innerText(),
    'IKP 2024\nTomt\nIKP 2024.xlsx › IKP\nRapporten skriver: ”Internkontrollplanen (IKP) för 2024 innehöll ingen kontroll som rör informationssäkerhet.”', 'ett tomt blad');
  walk.is(await walk.text(page, '#title'), 'Ledningens genomgång 2025 Förskolenämnden', 'rubriken');
  await walk.shot(page, 'sida-valj');
  await walk.looks(page, 'underlag');

  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await walk.says(page, '#verdict', 'Inget hindrar. 2 varningar att se på');
  walk.is(await walk.text(page, '#advice'), `I dokumenten kommer ${ALL_THERE}`, 'rådet');
  walk.is(await page.title(), 'Kontrollera: Inget hindrar. 2\u00a0varningar att se på – Genomgång', 'fönstrets namn');
  walk.is(await walk.text(page, '#brief-1'), `${GOOD} · ${RECOGNISED} Visa underlaget`, 'det som är gjort');
  await walk.shot(page, 'sida-kontrollera');
  await walk.looks(page, 'kontroll');

  const begun = performance.now();
  await page.getByRole('button', { name: 'Skapa dokumenten' }).click();
  await page.locator('#documents a').first().waitFor();
  walk.time('från klick till länkar', performance.now() - begun);
  await walk.told(page, `Dokumenten är klara. ${ALL_THERE}`);
  walk.is(await walk.text(page, '#made'), 'Dokumenten är klara', 'slutet');
  walk.is(await walk.text(page, '#tally'), `I dokumenten: ${ALL_THERE}`, 'räkningen');
  walk.is(await links(walk, page, '#documents'), DOCUMENTS, 'länkarna');
  walk.is(await page.locator('.primary:visible').count(), 1, 'antalet huvudknappar');
  await walk.shot(page, 'sida-skapa');
  await walk.looks(page, 'klart');
  for (const [at, name] of NAMES.entries()) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#documents a').nth(at).click()]);
    walk.is(download.suggestedFilename(), name, 'filens namn');
    const same = fs.readFileSync(await download.path()).equals(fs.readFileSync(path.join(folder, 'dokument', name)));
    walk.is(same, true, `om ${name} är densamma som i mappen`);
  }
}

async function tabTo(walk, page, name) {
  for (let press = 0; press < 60; press++) {
    const now = await walk.focused(page);
    if (now === name || now.startsWith(`${name}\n`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tabb kommer aldrig till ”${name}”`);
}

/** The element with focus can be seen: it has a ring, and nothing covers it (WCAG 2.4.7, 2.4.11). */
async function seesFocus(walk, page, where) {
  const fault = await page.evaluate(() => {
    const node = document.activeElement;
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    if (!node.matches(':focus-visible') || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'ingen ring';
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return node.contains(over) || over?.contains(node) ? '' : `täcks av ${over?.outerHTML.slice(0, 80)}`;
  });
  if (fault) walk.fault(`${where}: fokus syns inte (${fault})`);
}

export async function a_good_folder_by_keyboard_alone(walk) {
  walk.sample(GOOD);
  const server = await walk.start();
  const page = await walk.open(server.address);
  const go = async (name, key = 'Enter') => {
    await tabTo(walk, page, name);
    await seesFocus(walk, page, name);
    await page.keyboard.press(key);
  };
  await go('Välj mapp');
  await walk.says(page, '#folder-heading', 'Välj mappen med årets arbetsböcker');
  await page.keyboard.press('Escape');
  walk.is(await walk.focused(page), 'Välj mapp', 'fokus efter Esc');
  await go('Välj mapp', 'Space');
  await walk.says(page, '#folder-here', `${path.basename(walk.scratch)}: inga arbetsböcker`);
  await go(GOOD);
  await walk.says(page, '#folder-here', `${GOOD}: 10 arbetsböcker`);
  await go('Välj den här mappen');
  await walk.told(page, `${GOOD}: ${RECOGNISED}`);
  await go('Kontrollera');
  await walk.says(page, '#verdict', 'Inget hindrar. 2 varningar att se på');
  walk.is(await walk.focused(page), 'Inget hindrar. 2 varningar att se på', 'fokus');
  await page.keyboard.press('Tab');
  await go('Skapa dokumenten');
  await walk.says(page, '#made', 'Dokumenten är klara');
  walk.is(await walk.focused(page), 'Dokumenten är klara', 'fokus');
  await tabTo(walk, page, 'Rapporten');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  walk.is(download.suggestedFilename(), NAMES[0], 'filens namn');
  // Into the preview: the paragraphs with sources are one stop, the arrows go between them.
  await page.locator('#report [data-p][tabindex="0"]').first().waitFor();
  for (let press = 0; press < 60 && !await page.evaluate(() => document.activeElement.dataset.p); press++) await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.dataset.p);
  await page.keyboard.press('ArrowDown');
  const second = await page.evaluate(() => document.activeElement.dataset.p);
  if (!first || !second || first === second) walk.fault(`pilen gick från stycke ${first} till ${second}`);
  await page.keyboard.press('Enter');
  await walk.says(page, '#source-text', 'Stycket kommer ur');
  await page.keyboard.press('Escape');
  walk.is(await page.locator('#source-text').isVisible() && await walk.text(page, '#source-text'), false, 'källan efter Esc');
  walk.expect(ENDED);
  await go('Avsluta');
  await walk.says(page, '#stopped', 'Genomgång är avslutad. Fliken kan stängas.');
  walk.is(await server.ended, 0, 'slutkoden');
}

export async function a_broken_folder_mended_and_tried_again(walk) {
  const folder = walk.sample(GOOD);
  const book = path.join(folder, 'VoR 2025.xlsx');
  walk.edit(book, 'VoR', 'E6', 'hög', 'F7', '7');
  const server = await walk.start(folder);
  const page = await walk.open(server.address);
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await walk.says(page, '#verdict', 'Det finns 2 fel att rätta');
  walk.is(await walk.text(page, '#advice'), 'Rätta i Excel och spara. Sidan läser om av sig själv.', 'rådet');
  walk.is(await page.title(), 'Fel: Det finns 2\u00a0fel att rätta – Genomgång', 'fönstrets namn');
  walk.is(await walk.text(page, '.tier.fel'), 'Fel (2)\n2 celler har inte ett heltal på skalan för sannolikhet eller konsekvens.\n'
    + 'VoR 2025.xlsx › VoR › E6 (Sannolikhet)\nSannolikhet ska vara ett heltal, men i cellen står ”hög”.\nSkriv ett heltal, till exempel 3.\nVisa i rapporten\n: VoR 2025.xlsx › VoR › E6 (Sannolikhet)\n'
    + 'VoR 2025.xlsx › VoR › F7 (Konsekvens)\nKonsekvens ska vara ett heltal 1–5, men i cellen står ”7”.\nSkriv ett heltal 1–5, eller ändra skalan i bladet Skalor.\nVisa i rapporten\n: VoR 2025.xlsx › VoR › F7 (Konsekvens)', 'felen');
  walk.is(await page.getByRole('button', { name: 'Skapa dokumenten' }).isVisible(), false, 'om dokumenten kan skapas');
  await walk.shot(page, 'sida-fel');
  await walk.looks(page, 'fel');

  await page.getByRole('button', { name: 'Ladda ner granskade kopior' }).click();
  await walk.told(page, '5 granskade kopior att hämta.');
  const copies = await links(walk, page, '#marked-files');
  if (!copies.includes('Granskad VoR 2025.xlsx')) walk.fault(`kopiorna är ${copies}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Granskad VoR 2025.xlsx' }).click()]);
  walk.is(download.suggestedFilename(), 'Granskad VoR 2025.xlsx', 'kopians namn');
  await walk.axe(page, 'granskade kopior');

  await page.getByRole('button', { name: 'Kontrollera igen' }).click();
  await walk.told(page, 'Det finns 2 fel att rätta. 2 fel, 2 varningar, 9 upplysningar');
  walk.edit(book, 'VoR', 'E6', 3);
  await walk.says(page, '#verdict', 'Det finns 1 fel att rätta');
  walk.edit(book, 'VoR', 'F7', 4);
  await walk.says(page, '#verdict', 'Inget hindrar. 2 varningar att se på');
  await page.getByRole('button', { name: 'Skapa dokumenten' }).click();
  await walk.says(page, '#made', 'Dokumenten är klara');
  walk.edit(book, 'VoR', 'C6', 'En annan händelse kan inträffa.');
  await walk.says(page, '#stale', 'Arbetsböckerna har ändrats sedan dokumenten skapades.');
  walk.is(await page.locator('.primary:visible').allInnerTexts(), ['Kontrollera igen'], 'huvudknappen');
  await walk.axe(page, 'ändrat efteråt');
}

export async function documents_that_exist_already(walk) {
  const folder = walk.sample(GOOD);
  const old = path.join(folder, 'dokument', NAMES[0]);
  fs.mkdirSync(path.dirname(old));
  fs.writeFileSync(old, 'en gammal rapport');
  const page = await walk.open((await walk.start(folder)).address);
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  const create = page.getByRole('button', { name: 'Skapa dokumenten' });
  await create.click();
  await walk.says(page, '#ask-dialog', `Dokumenten finns redan\n1 fil i mappen ersätts:\n${NAMES[0]}\nSkriv över\nAvbryt`);
  walk.is(await walk.focused(page), 'Dokumenten finns redan', 'fokus');
  await walk.looks(page, 'frågan');
  await page.getByRole('button', { name: 'Avbryt' }).click();
  walk.is(fs.readFileSync(old, 'utf8'), 'en gammal rapport', 'rapporten efter Avbryt');
  await create.click();
  await page.getByRole('button', { name: 'Skriv över' }).click();
  await walk.says(page, '#made', 'Dokumenten är klara');
  walk.is(fs.readdirSync(path.dirname(old)).sort(), [...NAMES].sort(), 'mappen');
  walk.is(fs.readFileSync(old).subarray(0, 2).toString(), 'PK', 'rapporten');
}

export async function files_that_are_dropped(walk) {
  const folder = walk.sample(GOOD);
  const server = await walk.start();
  const page = await walk.open(server.address);
  const books = fs.readdirSync(folder).filter(name => name.endsWith('.xlsx')).map(name => [name, fs.readFileSync(path.join(folder, name)).toString('base64')]);
  const transfer = await page.evaluateHandle(list => {
    const data = new DataTransfer();
    for (const [name, bytes] of list) data.items.add(new File([Uint8Array.from(atob(bytes), one => one.charCodeAt(0))], name));
    return data;
  }, books);
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('.drop', type, { dataTransfer: transfer });
  await walk.told(page, `Filer som släppts här: ${RECOGNISED}`);
  await walk.axe(page, 'släppta filer');
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await page.getByRole('button', { name: 'Skapa dokumenten' }).click();
  await walk.says(page, '#made', 'Dokumenten är klara');
  walk.is(await links(walk, page, '#documents'), DOCUMENTS, 'länkarna');
  walk.is(await page.getByRole('button', { name: 'Öppna mappen' }).isVisible(), false, 'om det finns en mapp att öppna');
  await page.getByRole('button', { name: 'Avsluta' }).click();
  await walk.says(page, '#ask-dialog', 'Avsluta?\nFilerna som släpptes på sidan tas bort, och dokumenten som gjorts av dem.\nAvsluta\nAvbryt');
  walk.expect(ENDED);
  await page.locator('#ask-yes').click();
  await walk.says(page, '#stopped', 'Genomgång är avslutad. Fliken kan stängas.');
  walk.is(await server.ended, 0, 'slutkoden');
}

export async function too_much_is_told_before_it_is_sent(walk) {
  walk.sample(GOOD);
  const page = await walk.open((await walk.start()).address);
  let sent = 0;
  page.on('request', request => { sent += request.url().endsWith('/api/files'); });
  const large = walk.path('stor.xlsx');
  fs.writeFileSync(large, Buffer.alloc(33 * 1024 * 1024));
  const many = Array.from({ length: 21 }, (_, i) => ({ name: `${i}.xlsx`, mimeType: '', buffer: Buffer.from('x') }));
  for (const files of [large, many]) {
    await page.setInputFiles('#files', files);
    await walk.says(page, '#body-1 > .problem', 'Högst 20 filer på 32 MB kan tas emot. Välj mappen i stället.');
  }
  await walk.looks(page, 'för mycket');
  walk.is(sent, 0, 'antalet sändningar');
  // What is no workbook is told when it has been read.
  await page.setInputFiles('#files', [{ name: 'anteckningar.xlsx', mimeType: '', buffer: Buffer.from('inget kalkylark') }]);
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await page.locator('.tier.fel').getByText('anteckningar.xlsx').first().waitFor();
  walk.is(await page.getByRole('button', { name: 'Välj rättade filer' }).isVisible(), true, 'om filerna kan väljas på nytt');
}
