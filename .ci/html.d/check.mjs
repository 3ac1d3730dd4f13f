// Opens two HTML reports from the disk and uses them as a reader would. Exit 1 where something is not as it should be.
//
//   npm ci && node check.mjs CHROMIUM FORGERIES.html HOSTILE.html PHOTOGRAPHS
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP, PHONE, check, checkRules, close, open, run } from './browser.mjs';

const [executablePath, forgeries, hostile, photographs] = process.argv.slice(2);

const shown = page => page.locator('.scenario:visible').evaluateAll(all => all.map(one => one.id));
const count = (page, outcome) => page.locator(`.scenario[data-outcome="${outcome}"]`).count();
const status = page => page.locator('#shown').textContent();
const hash = page => page.evaluate(() => decodeURIComponent(location.hash));

async function filters() {
  const page = await open(forgeries);
  const all = await page.locator('.scenario').count();
  const wrong = await count(page, 'failed');
  const warned = await count(page, 'warned');
  check('filters: there is something to filter', all > 250 && wrong > 50 && warned > 3, { all, wrong, warned });
  check('filters: all are shown at first', (await shown(page)).length === all && await status(page) === `All ${all} scenarios are shown`, await status(page));

  await page.getByRole('checkbox', { name: /^failed/ }).check();
  check('filters: by outcome', (await shown(page)).length === wrong && (await status(page)).startsWith(`${wrong} of ${all} `), await status(page));
  check('filters: are in the address', await hash(page) === '#scenarios?outcome=failed', await hash(page));
  await page.getByRole('checkbox', { name: /^warned/ }).check();
  check('filters: by two outcomes', (await shown(page)).length === wrong + warned);
  await page.getByRole('checkbox', { name: 'SHOULD' }).check();
  const levels = await page.locator('.scenario:visible').evaluateAll(some => [...new Set(some.map(one => one.dataset.level))]);
  check('filters: by level', levels.join() === 'SHOULD', levels);
  await page.getByRole('combobox', { name: 'Area' }).selectOption('signature');
  const few = await shown(page);
  check('filters: by area', few.length > 0 && few.every(id => id.startsWith('signature/')), few);
  check('filters: areas without scenarios go too', (await page.locator('.area:visible').count()) === 1);
  const kept = await hash(page);
  await page.reload();
  check('filters: outlive a reload', (await shown(page)).join() === few.join() && await hash(page) === kept, kept);

  await page.getByRole('button', { name: 'Show all' }).click();
  await page.waitForFunction(number => document.querySelectorAll('.scenario:not([hidden])').length === number, all);
  await page.getByRole('searchbox', { name: 'Words' }).fill('MISSING timestamp header');
  const words = await shown(page);
  check('filters: by words', words.includes('timestamp/missing') && words.length < 20, words);
  check('filters: words are in the address', await hash(page) === '#scenarios?words=MISSING timestamp header', await hash(page));
  await page.getByRole('searchbox', { name: 'Words' }).fill('no-such-word');
  check('filters: nothing fits', (await shown(page)).length === 0 && (await status(page)).startsWith('0 of '), await status(page));

  await page.locator('table a[data-filter="outcome=failed&level=MUST&area=timestamp"]').click();
  const cell = await shown(page);
  const number = await page.locator('table a[data-filter="outcome=failed&level=MUST&area=timestamp"] b').textContent();
  check('table: a number leads to its scenarios', cell.length === Number(number) && cell.every(id => id.startsWith('timestamp/')), cell);
  check('table: the filters say what is shown', await page.getByRole('checkbox', { name: 'MUST' }).isChecked());
  await page.locator('.counts a.passed').click();
  check('counts: a number leads to its scenarios', (await shown(page)).length === await count(page, 'passed'));
  await page.goBack();
  check('filters: the way back', (await shown(page)).join() === cell.join());

  await page.getByRole('button', { name: 'Open all shown' }).click();
  check('all shown are opened', await page.locator('.scenario[open]').count() === cell.length);
  await page.getByRole('button', { name: 'Close all' }).click();
  check('all are closed', await page.locator('.scenario[open]').count() === 0);
  await close(page, 'filters');
}

const isInView = (page, id) => page.evaluate(name => {
  const box = document.getElementById(name).getBoundingClientRect();
  return box.top >= -1 && box.top < innerHeight / 2;
}, id);

async function links() {
  const page = await open(forgeries, { fragment: '#timestamp/missing' });
  check('link: opens its scenario', await page.locator('[id="timestamp/missing"][open]').count() === 1);
  check('link: scrolls there', await isInView(page, 'timestamp/missing'));
  check('link: moves the focus there', await page.evaluate(() => document.activeElement.closest('.scenario')?.id) === 'timestamp/missing');
  await page.locator('[id="timestamp/missing"] .cause a').click();
  check('link: leads to the finding that explains it', await isInView(page, 'finding-1'));
  await page.locator('#finding-1 summary').click();
  await page.locator('#finding-1 a[href="#signature/missing"]').click();
  check('link: leads from a finding to its scenario', await page.locator('[id="signature/missing"][open]').count() === 1 && await isInView(page, 'signature/missing'));
  await close(page, 'link');

  const filtered = await open(forgeries, { fragment: '#signature/missing?outcome=passed&area=signature' });
  const ids = await shown(filtered);
  check('link: shows what the filters would hide', ids.includes('signature/missing') && await isInView(filtered, 'signature/missing'), ids);
  check('link: leaves the filters on', ids.length < 10 && await filtered.getByRole('checkbox', { name: /^passed/ }).isChecked(), ids);
  check('link: says so', (await status(filtered)).endsWith(', and signature/missing, which was linked to'), await status(filtered));
  await close(filtered, 'link with filters');

  const nonsense = await open(forgeries, { fragment: '#no/such?outcome=%zz&level=x&area="><script>&words=%00' });
  check('link: nonsense is no error', (await status(nonsense)).startsWith('0 of '), await status(nonsense));
  await close(nonsense, 'link of nonsense');
}

async function languages() {
  const page = await open(forgeries);
  const hint = page.locator('#finding-1');
  check('languages: one is shown', (await hint.locator('[role=tabpanel]:visible').count()) === 1);
  await hint.getByRole('tab', { name: 'Go' }).click();
  check('languages: another one', (await hint.getByRole('tabpanel').textContent()).includes('hex.DecodeString'));
  await page.locator('[id="signature/missing"] > summary').click();
  const other = page.locator('[id="signature/missing"]');
  check('languages: the choice holds elsewhere', await other.getByRole('tab', { name: 'Go', selected: true }).count() === 1);
  await other.getByRole('tab', { name: 'Go' }).press('ArrowRight');
  check('languages: arrow keys', await other.getByRole('tab', { name: 'Python', selected: true }).count() === 1
    && await page.evaluate(() => document.activeElement.textContent) === 'Python');
  await other.getByRole('tab', { name: 'Python' }).press('Home');
  check('languages: Home', await other.getByRole('tab', { name: 'Java', selected: true }).count() === 1);
  await other.getByRole('tab', { name: 'Java' }).press('ArrowLeft');
  await page.reload();
  check('languages: the choice outlives a reload', await hint.getByRole('tab', { name: 'Python', selected: true }).count() === 1);
  await close(page, 'languages');
}

async function keyboard() {
  const page = await open(forgeries);
  await page.keyboard.press('Tab');
  check('keys: the first stop skips to the scenarios', (await page.evaluate(() => document.activeElement.textContent)).startsWith('Skip'));
  check('keys: it can be seen then', await page.locator('.skip').evaluate(link => link.getBoundingClientRect().left >= 0));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  check('keys: the next stop is the first filter', await page.evaluate(() => document.activeElement.value) === 'failed');
  await page.keyboard.press('Space');
  check('keys: Space sets it', (await shown(page)).length === await count(page, 'failed'));
  const first = page.locator('.scenario:visible > summary').first();
  await first.focus();
  const outline = await first.evaluate(element => getComputedStyle(element).outlineStyle);
  check('keys: the focus can be seen', outline !== 'none', outline);
  await page.keyboard.press('Enter');
  check('keys: Enter opens a scenario', await page.locator('.scenario[open]').count() === 1);
  await page.keyboard.press('Tab');
  check('keys: its inside is next', await page.evaluate(() => document.activeElement.closest('.scenario[open]') !== null));
  await close(page, 'keys');
}

async function withoutScript() {
  const page = await open(forgeries, { javaScriptEnabled: false });
  check('without script: no filter that does nothing', !await page.locator('#filters').isVisible());
  check('without script: every scenario is there', (await page.locator('.scenario > summary:visible').count()) === await page.locator('.scenario').count());
  const scenario = page.locator('[id="signature/missing"]');
  await scenario.locator('> summary').click();
  check('without script: a scenario opens', await scenario.locator('pre').first().isVisible());
  const hints = await scenario.locator('.mend').innerText();
  check('without script: hints in every language', ['Java', 'Node', 'Go', 'Python'].every(language => hints.includes(language)), hints);
  await page.locator('table th a').first().click();
  check('without script: the table leads to areas', await page.locator('[id="acceptance/"] h3').isVisible());
  await close(page, 'without script');
}

async function harm() {
  const page = await open(hostile, { fragment: '#signature/missing' });
  const text = await page.locator('[id="signature/missing"]').innerText();
  check('harm: markup is text', text.includes('<script>window.ran = 1; alert(1)</script><img src="https://example.invalid/x"'), text.slice(0, 400));
  check('harm: escapes and overrides are shown', text.includes('\\x1b[2J') && text.includes('\\u202egnp.exe') && text.includes('\\ufeff'));
  check('harm: no markup of others', await page.locator('img, iframe, svg[onload], a[href^="javascript"], [onerror]').count() === 0);
  await page.getByRole('button', { name: 'Open all shown' }).click();
  await page.waitForTimeout(200);
  check('harm: nothing ran', await page.evaluate(() => window.ran) === undefined);
  await close(page, 'harm');

  // Even if the kit let markup through, nothing would run.
  const slipped = join(photographs, 'slipped.html');
  writeFileSync(slipped, readFileSync(hostile, 'utf8').replace('<main>', `<main><script>window.ran = 1</script>
<img src="x" onerror="window.ran = 1"/><b onclick="window.ran = 1" id="click">click</b><style>body { display: none }</style>
<iframe srcdoc="&lt;script&gt;parent.ran = 1&lt;/script&gt;"></iframe><script src="data:text/javascript,window.ran=1"></script>`));
  const page2 = await open(slipped);
  await page2.locator('#click').click();
  await page2.evaluate(() => { try { document.body.innerHTML = '<i>x</i>'; window.ran = 1; } catch (refused) { /* Trusted Types */ } });
  check('policy: what slips through does not run', await page2.evaluate(() => window.ran) === undefined);
  check('policy: the browser says so', page2.seen.problems.filter(text => text.includes('Content Security Policy')).length >= 4, page2.seen.problems);
  check('policy: the page is still there', await page2.locator('h1').isVisible());
  await page2.context().close();
}

async function accessible(device, colorScheme, viewport) {
  const name = `accessible (${device}, ${colorScheme})`;
  const page = await open(forgeries, { colorScheme, viewport, fragment: '#signature/missing?area=signature' });
  await page.locator('#finding-1 summary').click();
  await page.locator('[id="signature/8-kib"] > summary').click();
  await page.locator('[id="signature/upper-case"] > summary').click();
  for (const [part, place] of [['top', 'body'], ['table', '#table'], ['scenario', '[id="signature/missing"]']]) {
    await page.locator(place).evaluate(element => element.scrollIntoView());
    await page.screenshot({ path: join(photographs, `${device}-${colorScheme}-${part}.png`) });
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check(`${name}: no scrolling sideways`, wide <= viewport.width, wide);
  // Colours are the same on a phone.
  if (device === 'phone' && colorScheme === 'dark') {
    await close(page, name);
    return;
  }
  await checkRules(page, name);
  await close(page, name);
}

async function paper() {
  for (const javaScriptEnabled of [true, false]) {
    const name = `paper${javaScriptEnabled ? '' : ' without script'}`;
    const page = await open(forgeries, { javaScriptEnabled, colorScheme: 'dark' });
    const pdf = await page.pdf({ format: 'A4', path: join(photographs, `${name.replaceAll(' ', '-')}.pdf`), printBackground: true });
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g).length;
    // Some sixty failures at half a page each; closed they would take a page or two.
    check(`${name}: what failed is open`, pdf.subarray(0, 5).toString() === '%PDF-' && pages > 40, `${pages} pages`);
    await page.emulateMedia({ media: 'print' });
    const failedOne = page.locator('[id="signature/missing"] .facts');
    check(`${name}: without opening it`, await failedOne.evaluate(element => element.getBoundingClientRect().height > 0));
    check(`${name}: what passed is closed`, await page.locator('[id="acceptance/status-change"] .requirement').evaluate(element =>
      !element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })));
    check(`${name}: in every language`, await page.locator('#finding-1 .mend > div:not(.tabs):visible').count() === 4);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    check(`${name}: black on white`, background === 'rgb(255, 255, 255)', background);
    await close(page, name);
  }
}

const parts = [filters, links, languages, keyboard, withoutScript, harm, paper];
for (const scheme of ['light', 'dark']) {
  for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    parts.push(() => accessible(device, scheme, viewport));
  }
}
await run(executablePath, parts, 51);
