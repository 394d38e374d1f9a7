// What is quietly there beside the three steps, and what goes wrong around the page.
import fs from 'node:fs';
import path from 'node:path';
import { pause, PROJECT } from './walk.mjs';

const GOOD = 'forskolenamnden-2025';
const OTHER = 'forskolenamnden-2026';

async function openExtras(page) {
  await page.getByText('Annat du kan göra').click();
}

async function giveTemplate(page, button, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).click()]);
  await chooser.setFiles(file);
}

export async function an_own_template_wrong_then_right_then_none(walk) {
  const folder = walk.sample(GOOD);
  const page = await walk.open((await walk.start(folder)).address);
  await page.locator('#report .block').first().waitFor();
  const template = words => ['-c', 'import docx, sys\nbook = docx.Document(sys.argv[1])\nbook.add_paragraph(sys.argv[3])\nbook.save(sys.argv[2])',
    path.join(PROJECT, 'templates/ledningens-genomgang.docx'), walk.path('min-mall.docx'), words];
  await openExtras(page);
  walk.is(await walk.text(page, '#templates'), 'Rapporten: standardmallen\nAktivitetsplanen: standardmallen', 'mallarna');
  await walk.looks(page, 'annat');

  walk.python(...template('Nämnden {{Nämd}} har fattat beslut.'));
  await giveTemplate(page, 'Använd egen mall', walk.path('min-mall.docx'));
  await walk.says(page, '#template-text', '”min-mall.docx” har fel och kan inte användas.');
  await walk.says(page, '#template-findings .tier.fel', 'Fel (1)\nTaggen ”{{Nämd}}”: Fältet ”Nämd” finns inte.\nMenade du ”Nämnd”?\nmin-mall.docx › Bilaga B: Cybersäkerhetslagen 2 kap. 3 § › stycke 9 › ”Nämnden {{Nämd}} har fattat beslut.”');
  walk.is(await page.locator('#template-copy a').allInnerTexts(), ['Granskad kopia av mallen\nGranskad min-mall.docx'], 'den granskade kopian');
  walk.is(await walk.text(page, '#templates'), 'Rapporten: standardmallen\nAktivitetsplanen: standardmallen', 'mallarna efter felet');
  await walk.looks(page, 'mall med fel');

  walk.python(...template('Vår egen mening om {{Nämnd}}.'));
  await giveTemplate(page, 'Kontrollera en mall', walk.path('min-mall.docx'));
  await walk.says(page, '#template-text', '”min-mall.docx” går bra som mall.');
  walk.is(await walk.text(page, '#templates'), 'Rapporten: standardmallen\nAktivitetsplanen: standardmallen', 'mallarna efter kontrollen');
  await giveTemplate(page, 'Använd egen mall', walk.path('min-mall.docx'));
  await walk.says(page, '#template-text', '”min-mall.docx” går bra som mall. Den används nu.');
  await walk.says(page, '#templates', 'Rapporten: min-mall.docxAnvänd standardmallen\nför Rapporten\nAktivitetsplanen: standardmallen');
  const own = page.locator('#report .block').filter({ hasText: 'Vår egen mening om förskolenämnden.' });
  await own.waitFor({ state: 'attached' });
  await walk.axe(page, 'egen mall');
  await page.getByRole('button', { name: 'Använd standardmallen för Rapporten' }).click();
  await walk.told(page, 'Rapporten görs med standardmallen.');
  walk.is([await walk.text(page, '#templates'), await own.count()], ['Rapporten: standardmallen\nAktivitetsplanen: standardmallen', 0], 'mallarna till sist');
}

export async function a_draft_when_values_are_missing(walk) {
  const folder = walk.sample(GOOD);
  walk.edit(path.join(folder, 'Grunduppgifter.xlsx'), 'Uppgifter', 'B8', '');
  const page = await walk.open((await walk.start(folder)).address);
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await walk.says(page, '#advice', 'Rätta i Excel och spara. Sidan läser om av sig själv. Bara uppgifter saknas, så ett utkast går att göra redan nu: platserna märks ut.');
  await walk.axe(page, 'uppgifter saknas');
  await page.getByRole('button', { name: 'Skapa utkast' }).click();
  await walk.says(page, '#made', 'Utkastet är klart');
  await walk.axe(page, 'utkast');
}

export async function two_tabs(walk) {
  const [one, other] = [walk.sample(GOOD), walk.sample(OTHER)];
  const server = await walk.start(one);
  const first = await walk.open(server.address);
  const second = await walk.open(server.address.split('?')[0], { beside: first });
  await walk.says(second, '#folder-name', GOOD);
  // The other tab chooses another folder: this one shows it, and begins anew.
  await first.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await second.getByRole('button', { name: 'Byt mapp' }).click();
  await second.locator('#folder-where').fill(other);
  await second.getByRole('button', { name: 'Välj den här mappen' }).click();
  await walk.says(second, '#folder-name', OTHER);
  await walk.says(first, '#folder-name', OTHER);
  walk.is(await first.title(), 'Välj underlag – Genomgång', 'den första flikens namn');
  for (const page of [first, second]) await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  const makes = page => page.evaluate(() => document.querySelector('#create').click());
  await Promise.all([makes(first), makes(second)]);
  const outcome = async page => {
    for (let look = 0; look < 200; look++) {
      if (await page.locator('#made').isVisible()) return walk.text(page, '#made');
      if (await page.locator('#body-2 > .problem').isVisible()) return walk.text(page, '#body-2 > .problem');
      if (await page.locator('#ask-dialog').isVisible()) return walk.text(page, '#ask-heading');
      await pause(50);
    }
    return 'inget';
  };
  const outcomes = [await outcome(first), await outcome(second)].sort();
  const refused = outcomes.filter(text => text !== 'Dokumenten är klara');
  if (refused.length !== 1 || !['En körning pågår redan. Vänta tills den är klar.', 'Dokumenten finns redan'].includes(refused[0])) walk.fault(`flikarna sade ${outcomes}`);
  walk.is([fs.existsSync(path.join(one, 'dokument')), fs.readdirSync(path.join(other, 'dokument')).length], [false, 4], 'dokumenten');
}

export async function the_program_stops_and_is_started_again(walk) {
  walk.expect(/^Failed to load resource: net::ERR_CONNECTION_(REFUSED|RESET)|^Failed to load resource: net::ERR_(EMPTY_RESPONSE|INCOMPLETE|SOCKET_NOT_CONNECTED)/);
  const folder = walk.sample(GOOD);
  const server = await walk.start(folder);
  const page = await walk.open(server.address);
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  server.kill('SIGKILL');
  await walk.says(page, '#stopped', 'Genomgång är stoppad. Starta programmet igen.');
  await walk.told(page, 'Genomgång är stoppad. Starta programmet igen.');
  walk.is(await page.title(), 'Stoppad – Genomgång', 'fönstrets namn');
  await walk.looks(page, 'stoppad');
  await page.getByRole('button', { name: 'Skapa dokumenten' }).click();
  await walk.says(page, '#body-2 > .problem', 'Genomgång är stoppad. Starta programmet igen.');
  const again = await walk.open((await walk.start(folder)).address);
  await again.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await walk.says(again, '#verdict', 'Inget hindrar. 2 varningar att se på');
}

export async function a_closed_page(walk) {
  walk.expect(/^Failed to load resource: the server responded with a status of 403 /);
  const server = await walk.start();
  await walk.open(server.address);
  const stranger = await walk.browser.newContext();
  const page = await stranger.newPage();
  await page.goto(server.address);
  walk.is(await walk.text(page, 'main'), 'Sidan är stängd\nAdressen till sidan fungerar en gång, och bara i den webbläsare som öppnade den.\n'
    + 'Starta Genomgång igen från programmenyn, så öppnas en ny sida.', 'sidan');
  await walk.looks(page, 'stängd');
  await stranger.close();
}

export async function a_new_year(walk) {
  const folder = walk.sample(GOOD);
  const page = await walk.open((await walk.start(folder)).address);
  await openExtras(page);
  await page.getByRole('button', { name: 'Tomma arbetsböcker' }).click();
  await walk.says(page, '#new-heading', 'Tomma arbetsböcker');
  await walk.looks(page, 'tomma arbetsböcker');
  await page.getByLabel('Nämnd', { exact: false }).first().fill('förskolenämnden');
  await page.getByLabel('Rapportår').fill('2027');
  await page.getByLabel('Mappens namn').fill('tom');
  await page.getByLabel('Läggs i').fill(walk.scratch);
  await page.getByRole('button', { name: 'Gör mappen' }).click();
  await walk.says(page, '#folder-name', 'tom');
  walk.is(fs.readdirSync(walk.path('tom')).length, 6, 'antalet arbetsböcker');
  await walk.axe(page, 'tom mapp');

  await page.getByRole('button', { name: 'Byt mapp' }).click();
  await page.locator('#folder-where').fill(folder);
  await page.getByRole('button', { name: 'Välj den här mappen' }).click();
  await walk.says(page, '#folder-name', GOOD);
  if (!await page.getByRole('button', { name: 'Öppna nästa år' }).isVisible()) await openExtras(page);
  await page.getByRole('button', { name: 'Öppna nästa år' }).click();
  await walk.says(page, '#new-heading', 'Öppna nästa år');
  walk.is(await page.getByLabel('Mappens namn').inputValue(), OTHER, 'namnet som föreslås');
  await page.getByLabel('Mappens namn').fill('tom');
  await page.getByRole('button', { name: 'Gör mappen' }).click();
  await walk.says(page, '#new-form > .problem', 'Det finns redan en mapp som heter ”tom”. Välj ett annat namn.');
  await walk.looks(page, 'mappen finns');
  await page.getByLabel('Mappens namn').fill(OTHER);
  await page.getByRole('button', { name: 'Gör mappen' }).click();
  await walk.says(page, '#folder-name', OTHER);
  if (!await walk.text(page, '#greeting')) walk.fault('inget sägs om den nya mappen');
  await walk.looks(page, 'nytt år');
}
