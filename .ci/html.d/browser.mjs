// A browser that opens pages from the disk, and counts what is as it should be.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 380, height: 800 };

let passed = 0;
let failed = 0;
export function check(name, ok, why = '') {
  if (ok) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAIL ${name}${why === '' ? '' : `: ${typeof why === 'string' ? why : JSON.stringify(why)}`}`);
}

let browser;

/** Opens a page, and notes whatever a report must not do. */
export async function open(file, { fragment = '', viewport = DESKTOP, ...options } = {}) {
  const context = await browser.newContext({ viewport, ...options });
  const page = await context.newPage();
  page.seen = { requests: [], problems: [] };
  page.on('request', request => {
    if (request.url().split('#')[0] !== pathToFileURL(file).href && !request.url().startsWith('data:')) {
      page.seen.requests.push(request.url());
    }
  });
  page.on('dialog', dialog => {
    page.seen.problems.push(`dialog ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('pageerror', error => page.seen.problems.push(String(error)));
  page.on('console', message => page.seen.problems.push(message.text()));
  page.on('popup', () => page.seen.problems.push('popup'));
  await page.goto(pathToFileURL(file).href + fragment);
  return page;
}

export async function close(page, name) {
  check(`${name}: nothing is requested`, page.seen.requests.length === 0, page.seen.requests);
  check(`${name}: no dialog, error or message`, page.seen.problems.length === 0, page.seen.problems);
  await page.context().close();
}

/** Rules of WCAG 2.2 AA and good practice, contrast among them. */
export async function checkRules(page, name) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  check(`${name}: axe ran`, passes.length > 20 && passes.some(rule => rule.id === 'color-contrast'), passes.length);
  check(name, violations.length === 0, violations.map(rule => `${rule.id}: ${rule.nodes[0].html.slice(0, 200)} (${rule.nodes.length})`));
  page.seen.problems = page.seen.problems.filter(text => !text.includes('axe'));
}

/** Runs the parts one after the other and ends the process: 1 where something is not as it should be, or little was checked. */
export async function run(executablePath, parts, atLeast) {
  browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    for (const part of parts) {
      await part();
    }
  } finally {
    await browser.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed >= atLeast ? 0 : 1);
}
