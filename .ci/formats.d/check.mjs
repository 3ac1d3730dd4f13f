// Reads the reports in each folder as those read them whom they are for, and compares them with report.json. Exit 1 where
// one cannot be read, or says something else.
//
//   npm ci && node check.mjs FOLDER...    each with: json sarif har markdown junit badge err
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'junit2json';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';

const resolve = createRequire(import.meta.url).resolve;
let checked = 0;
let failed = 0;
let folder = '';

function check(name, ok, why = '') {
  checked += 1;
  if (!ok) {
    failed += 1;
    console.log(`FAIL ${basename(folder)}: ${name}: ${typeof why === 'string' ? why : JSON.stringify(why)?.slice(0, 2000)}`);
  }
}

const text = name => readFileSync(join(folder, name), 'utf8');
const sorted = all => JSON.stringify([...all].sort());

// The schema of SARIF as Microsoft publishes it with its own matchers, in draft 04.
const sarifSchema = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(sarifSchema);
const isSarif = sarifSchema.compile(JSON.parse(readFileSync(resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))));

const harSchema = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(harSchema);
harSchema.addMetaSchema(JSON.parse(readFileSync(resolve('ajv/dist/refs/json-schema-draft-06.json'))));
for (const schema of Object.values(createRequire(import.meta.url)('har-schema'))) harSchema.addSchema(schema);
const isHar = harSchema.getSchema('har.json#') ?? harSchema.getSchema('har.json');

/** What code scanning shows: failures, each under its rule, where a file of the repository could be. */
function sarif(report) {
  const log = JSON.parse(text('sarif'));
  check('sarif: the schema fits', isSarif(log), isSarif.errors);
  const [run] = log.runs;
  const broken = report.results.filter(one => one.verdict === 'failed' || one.verdict === 'warned');
  check('sarif: the failures and nothing else', sorted(run.results.map(one => one.ruleId)) === sorted(broken.map(one => one.id)));
  const rules = run.tool.driver.rules;
  check('sarif: rules are distinct', new Set(rules.map(one => one.id)).size === rules.length);
  for (const result of run.results) {
    check('sarif: the rule of a result', rules[result.ruleIndex]?.id === result.ruleId, result);
    const uri = result.locations[0].physicalLocation.artifactLocation.uri;
    check('sarif: a relative location', !uri.startsWith('/') && !/^[a-z]+:/i.test(uri) && new URL(uri, 'file:///x/').pathname.startsWith('/x/'), uri);
    check('sarif: a message without links', !/\]\(/.test(result.message.text), result.message.text);
  }
  const prints = run.results.map(one => one.partialFingerprints.primaryLocationLineHash);
  check('sarif: fingerprints are distinct', new Set(prints).size === prints.length);
}

/** Every exchange, with what HTTP cannot tell of it beside it. */
function har(report) {
  const archive = JSON.parse(text('har'));
  check('har: the schema fits', isHar(archive), isHar.errors);
  const entries = archive.log.entries;
  const exchanges = report.results.flatMap(one => one.exchanges.map(exchange => ({ id: one.id, ...exchange })));
  check('har: every exchange', entries.length === exchanges.length, `${entries.length} of ${exchanges.length}`);
  exchanges.forEach((exchange, i) => {
    const entry = entries[i];
    check('har: the scenario', entry._scenario === exchange.id && entry._role === exchange.role, entry._scenario);
    check('har: the status', entry.response.status === (exchange.response?.status ?? 0), exchange.id);
    check('har: the bytes of the wire', entry.request._wireBase64 === exchange.request.wireBase64, exchange.id);
    const post = entry.request.postData;
    const body = post._base64 === undefined ? Buffer.from(post.text) : Buffer.from(post._base64, 'base64');
    check('har: the body', exchange.request.bodyTruncated || body.equals(Buffer.from(exchange.request.bodyBase64, 'base64')), exchange.id);
    check('har: a moment', !Number.isNaN(Date.parse(entry.startedDateTime)), entry.startedDateTime);
    const { blocked, dns, connect, send, wait, receive } = entry.timings;
    const sum = [blocked, dns, connect, send, wait, receive].filter(ms => ms > 0).reduce((a, b) => a + b, 0);
    check('har: the time is the sum of its parts', Math.abs(sum - entry.time) < 0.01, `${sum} ${entry.time}`);
  });
}

const TAGS = new Set(['h2', 'h3', 'p', 'ul', 'ol', 'li', 'strong', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary', 'span']);

/** As GitHub renders it: a known set of elements, without attributes, and what a receiver wrote in code. */
function markdown(report) {
  const source = text('markdown');
  check('markdown: small', Buffer.byteLength(source) < 900_000, Buffer.byteLength(source));
  const page = parseFragment(micromark(source, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }));
  const seen = { details: 0, text: '', first: '' };
  const visit = (node, inCode) => {
    if (node.nodeName === '#text') {
      seen.text += node.value;
      check('markdown: no mention, reference or address in words', inCode || !/@\w|#\d|https?:\/\//.test(node.value), node.value);
      return;
    }
    if (node.tagName) {
      check('markdown: an element that is ours', TAGS.has(node.tagName), node.tagName);
      check('markdown: no attribute', node.attrs.length === 0, node.attrs);
      if (node.tagName === 'details') seen.details += 1;
    }
    (node.childNodes ?? []).forEach(child => visit(child, inCode || node.tagName === 'code'));
    if (node.tagName === 'h2' && seen.first === '') seen.first = seen.text;
  };
  page.childNodes.forEach(node => visit(node, false));
  const broken = report.results.filter(one => one.verdict === 'failed' || one.verdict === 'warned').length;
  check('markdown: each failure, or how many more', seen.details === broken || seen.text.includes(`And ${broken - seen.details} scenarios more`), `${seen.details} of ${broken}`);
  const verdict = report.summary.failed > 0 ? 'FAILED' : report.summary.inconclusive > 0 ? 'INCOMPLETE' : 'PASSED';
  check('markdown: the verdict first', seen.first.endsWith(`StatusPulse webhooks: ${verdict}`), seen.first);
  // eslint-disable-next-line no-control-regex
  check('markdown: nothing that acts on a terminal', !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(source));
}

/** As services read it that show test cases. */
async function junit(report) {
  const suites = await parse(text('junit'));
  const cases = suites.testsuite.flatMap(suite => suite.testcase).filter(one => one.name !== 'run/conclusion');
  check('junit: a case for each scenario', sorted(cases.map(one => one.name)) === sorted(report.results.map(one => one.id)));
  const failures = cases.filter(one => one.failure).map(one => one.name);
  check('junit: the failures', sorted(failures) === sorted(report.results.filter(one => one.verdict === 'failed').map(one => one.id)), failures);
}

function badge(report) {
  const title = /<title>(.*)<\/title>/.exec(text('badge'))?.[1] ?? '';
  const { failed: failures, inconclusive, passed } = report.summary;
  const wanted = failures > 0 ? `${failures} failed` : inconclusive > 0 ? 'incomplete' : `${passed} of `;
  check('badge: what it says', title.startsWith(`StatusPulse webhooks: ${wanted}`), title);
}

/** The runner's grammar: ::name key=value,...::message, a line each. */
function annotations(report) {
  const commands = text('err').split('\n').filter(line => line.startsWith('::'));
  for (const command of commands) {
    check('annotations: the grammar', /^::(error|warning|notice) title=[^:,]+::[^\r\n]+$/.test(command), command);
  }
  const bad = report.summary.failed > 0 || report.summary.inconclusive > 0;
  check('annotations: some where it is not well', (commands.length > 0) === bad, commands);
  check('annotations: no more than are shown', ['error', 'warning', 'notice'].every(kind => commands.filter(line => line.startsWith(`::${kind} `)).length <= 10), commands.length);
}

for (const one of process.argv.slice(2)) {
  folder = one;
  const report = JSON.parse(text('json'));
  sarif(report);
  har(report);
  markdown(report);
  await junit(report);
  badge(report);
  annotations(report);
}
// A reader that accepts anything would have agreed, too.
check('control: the schema of SARIF can say no', !isSarif({ version: '2.1.0', runs: [{ tool: {} }] }));
check('control: the schema of HAR can say no', !isHar({ log: { version: '1.2', creator: { name: 'x' }, entries: [] } }));
console.log(`formats: ${checked} checks of ${process.argv.length - 2} runs, ${failed} failed`);
process.exitCode = checked < 1000 || failed > 0 ? 1 : 0;
