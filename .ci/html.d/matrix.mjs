// Opens the page of several runs side by side from the disk and uses it as a reader would.
//
//   npm ci && node matrix.mjs CHROMIUM MATRIX.html HOSTILE.html TEN.html PHOTOGRAPHS
import { join } from 'node:path';
import { DESKTOP, PHONE, check, checkRules, close, open, run } from './browser.mjs';

const [executablePath, matrix, hostile, ten, photographs] = process.argv.slice(2);

const shown = page => page.locator('tr.row:visible').evaluateAll(all => all.map(one => one.id));
const status = page => page.locator('#shown').textContent();
const hash = page => page.evaluate(() => decodeURIComponent(location.hash));
const differing = page => page.locator('tr.row').evaluateAll(rows => rows
  .filter(row => new Set([...row.querySelectorAll('td')].map(cell => (cell.querySelector('.mark') || cell).textContent.trim())).size > 1)
  .map(row => row.id));

async function table() {
  const page = await open(matrix);
  const rows = await page.locator('tr.row').count();
  check('table: a row for each scenario', rows > 200, rows);
  check('table: a cell for each run', (await page.locator('tr.row').evaluateAll(all => all.every(row => row.querySelectorAll('td').length === 3))));
  check('table: headers have a scope', await page.locator('.grid th:not([scope])').count() === 0);
  const cell = page.locator('[id="timestamp/hour-old"] td').nth(1);
  check('table: facts are closed', !await cell.locator('.facts').isVisible());
  await cell.locator('summary').click();
  check('table: what went wrong opens to what was seen', (await cell.locator('.facts').innerText()).includes('200 OK'));
  const sums = await page.locator('.runs .counts').first().innerText();
  const total = [...sums.matchAll(/[0-9]+/g)].reduce((sum, [number]) => sum + Number(number), 0);
  const ran = await page.locator('tr.row').evaluateAll(all => all.filter(row => row.querySelector('td').querySelector('.mark')).length);
  check('runs: totals add up', total === ran && ran > 200 && ran < rows, { sums, ran, rows });
  await page.locator('.grid thead a').nth(1).click();
  check('table: a column leads to its run', await page.locator('#run-2').evaluate(element => element.matches(':target')));
  await page.locator('.grid').evaluate(element => { element.scrollTop = 2_000; });
  const [head, box] = await Promise.all([page.locator('.grid thead th').first().boundingBox(), page.locator('.grid').boundingBox()]);
  check('table: the names stay in view', Math.abs(head.y - box.y) < 5, { head, box });
  await close(page, 'table');
}

async function filters() {
  const page = await open(matrix);
  const all = await page.locator('tr.row').count();
  const differ = await differing(page);
  check('filters: there is something to filter', differ.length > 50 && differ.length < all - 50, differ.length);
  await page.getByRole('radio', { name: 'only where they differ' }).check();
  check('filters: only where they differ', (await shown(page)).join() === differ.join(), await status(page));
  check('filters: the number is told', await status(page) === `${differ.length} of ${all} scenarios are shown`, await status(page));
  check('filters: are in the address', await hash(page) === '#scenarios?show=differs', await hash(page));
  await page.getByRole('combobox', { name: 'Area' }).selectOption('timestamp');
  const few = await shown(page);
  check('filters: by area', few.length > 0 && few.join() === differ.filter(id => id.startsWith('timestamp/')).join(), few);
  check('filters: areas without rows go too', await page.locator('tbody:visible').count() === 1);
  await page.reload();
  check('filters: outlive a reload', (await shown(page)).join() === few.join());
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.waitForFunction(number => document.querySelectorAll('tr.row:not([hidden])').length === number, all);
  await page.getByRole('radio', { name: 'only where something went wrong' }).check();
  const wrong = await shown(page);
  check('filters: only where something went wrong', wrong.includes('timestamp/hour-old') && !wrong.includes('acceptance/status-change'));
  await page.getByRole('searchbox', { name: 'Words' }).fill('HOUR ago');
  check('filters: by words', (await shown(page)).join() === 'timestamp/hour-old', await shown(page));
  await close(page, 'filters');
}

async function links() {
  const page = await open(matrix, { fragment: '#timestamp/hour-old' });
  check('link: marks its row', await page.locator('tr.here').evaluateAll(all => all.map(row => row.id).join()) === 'timestamp/hour-old');
  const place = await page.locator('[id="timestamp/hour-old"]').evaluate(row => {
    const box = row.getBoundingClientRect();
    return { top: box.top, bottom: box.bottom, height: innerHeight };
  });
  check('link: scrolls there', place.top >= 0 && place.bottom <= place.height, place);
  check('link: moves the focus there', await page.evaluate(() => document.activeElement.closest('tr')?.id) === 'timestamp/hour-old');
  await close(page, 'link');

  const filtered = await open(matrix, { fragment: '#acceptance/status-change?show=differs' });
  check('link: shows what the filters would hide', (await shown(filtered)).includes('acceptance/status-change')
    && (await status(filtered)).endsWith(', and acceptance/status-change, which was linked to'), await status(filtered));
  await close(filtered, 'link with filters');

  const nonsense = await open(matrix, { fragment: '#no/such?show=%zz&area="><script>&words=%00' });
  check('link: nonsense is no error', (await status(nonsense)).startsWith('0 of '), await status(nonsense));
  await close(nonsense, 'link of nonsense');
}

async function keyboard() {
  const page = await open(matrix);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  check('keys: past the runs, the first stop is the filter', await page.evaluate(() => document.activeElement.name) === 'show');
  await page.keyboard.press('ArrowRight');
  check('keys: arrows choose', (await shown(page)).length === (await differing(page)).length);
  await page.locator('.grid').focus();
  const outline = await page.locator('.grid').evaluate(element => getComputedStyle(element).outlineStyle);
  check('keys: the table can be scrolled, and the focus be seen', outline !== 'none', outline);
  const summary = page.locator('[id="timestamp/hour-old"] summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  check('keys: Enter opens what was seen', await page.locator('[id="timestamp/hour-old"] details[open]').count() === 1);
  await close(page, 'keys');
}

async function withoutScript() {
  const page = await open(matrix, { javaScriptEnabled: false });
  check('without script: no filter that does nothing', !await page.locator('#filters').isVisible());
  check('without script: every row is there', await page.locator('tr.row:visible').count() === await page.locator('tr.row').count());
  check('without script: what differs is marked', await page.locator('tr.row .unlike').count() > 50);
  await close(page, 'without script');
}

async function harm() {
  const page = await open(hostile, { fragment: '#signature/missing' });
  await page.locator('[id="signature/missing"] summary').first().click();
  const text = await page.locator('[id="signature/missing"]').innerText();
  check('harm: markup is text', text.includes('<script>window.ran = 1'), text.slice(0, 400));
  check('harm: escapes are shown', text.includes('\\x1b') || text.includes('…'), text.slice(0, 400));
  check('harm: no markup of others', await page.locator('img, iframe, svg, a[href^="javascript"], [onerror]').count() === 0);
  check('harm: the name of a file is text', (await page.locator('.runs').innerText()).includes('<img src=x onerror=alert(1)>'));
  check('harm: nothing ran', await page.evaluate(() => window.ran) === undefined);
  await close(page, 'harm');
}

async function accessible(device, colorScheme, viewport) {
  const name = `accessible (${device}, ${colorScheme})`;
  const page = await open(matrix, { colorScheme, viewport, fragment: '#timestamp/hour-old?show=differs' });
  await page.locator('[id="timestamp/hour-old"] summary').first().click();
  await page.screenshot({ path: join(photographs, `matrix-${device}-${colorScheme}-table.png`) });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check(`${name}: no scrolling sideways but in the table`, wide <= viewport.width, wide);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(photographs, `matrix-${device}-${colorScheme}-top.png`) });
  await checkRules(page, name);
  await close(page, name);
}

async function tenRuns() {
  const page = await open(ten, { fragment: '#scenarios?show=differs' });
  const box = await page.locator('.grid').boundingBox();
  const columns = await page.locator('.grid thead th').evaluateAll(all => all.filter(th => th.getBoundingClientRect().left < innerWidth - 10).length);
  check('ten runs: most columns are in view on a desktop', columns >= 9, { columns, box });
  await page.screenshot({ path: join(photographs, 'matrix-ten.png') });
  await close(page, 'ten runs');
}

async function paper() {
  const page = await open(matrix, { colorScheme: 'dark', fragment: '#scenarios?show=differs' });
  const pdf = await page.pdf({ path: join(photographs, 'matrix.pdf'), printBackground: true, preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g).length;
  check('paper: all rows that are shown are on it', pages > 3 && pages < 40, `${pages} pages`);
  await page.emulateMedia({ media: 'print' });
  check('paper: nothing is cut', await page.locator('.grid').evaluate(element => element.scrollHeight <= element.clientHeight + 2
    && getComputedStyle(element).overflow === 'visible'));
  check('paper: no filters', !await page.locator('#filters').isVisible());
  await close(page, 'paper');
}

const parts = [table, filters, links, keyboard, withoutScript, harm, tenRuns, paper];
for (const scheme of ['light', 'dark']) {
  for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    parts.push(() => accessible(device, scheme, viewport));
  }
}
await run(executablePath, parts, 50);
