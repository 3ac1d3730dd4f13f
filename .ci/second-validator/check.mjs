// Judges every example of the schemas, and the files of vectors with every body in them, with Ajv in strict mode, and compares
// with what their index and the vectors say: two validators that share no code must agree. Exit 1 where they do not, or where nothing was checked.
//
//   npm ci && node check.mjs [directory of the schemas]
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { visit } from 'jsonc-parser';
import { isAlias, parseDocument, visit as visitYaml } from 'yaml';

const BASE = 'https://schemas.statuspulse.io/v1/';
const here = dirname(fileURLToPath(import.meta.url));
const directory = process.argv[2] ?? join(here, '../../schemas/src/main/resources/io/statuspulse/schemas/v1');

const ajv = new Ajv2020.default({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
for (const file of readdirSync(directory).filter((name) => name.endsWith('.schema.json'))) {
  ajv.addSchema(JSON.parse(readFileSync(join(directory, file), 'utf8')));
}

/** Parses strictly; throws where the document cannot be read. */
function parse(path, bytes) {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return path.endsWith('.yaml') ? parseYaml(text) : parseJson(text);
}

function parseJson(text) {
  const value = JSON.parse(text);
  const objects = [];
  visit(text, {
    onObjectBegin: () => void objects.push(new Set()),
    onObjectEnd: () => void objects.pop(),
    // JSON.parse takes the last of two equal keys in silence.
    onObjectProperty: (key) => {
      if (objects.at(-1).has(key)) throw new SyntaxError(`the key ${key} is there twice`);
      objects.at(-1).add(key);
    },
  });
  return value;
}

function parseYaml(text) {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) throw document.errors[0];
  if (document.contents === null) throw new SyntaxError('the document is empty');
  visitYaml(document, {
    Node: (_, node) => {
      if (isAlias(node)) throw new SyntaxError('the document has an alias');
    },
  });
  return document.toJS();
}

/** The broken rules as "pointer keyword"; empty where the document is valid. */
function judge(schema, path, bytes) {
  let document;
  try {
    document = parse(path, bytes);
  } catch {
    return [` ${path.endsWith('.yaml') ? 'yaml' : 'json'}`];
  }
  const validate = ajv.getSchema(`${BASE}${schema}.schema.json`);
  if (!validate) throw new Error(`no schema is named ${schema}`);
  // The keyword "if" only repeats that its branch failed.
  return validate(document)
    ? []
    : validate.errors.filter((e) => e.keyword !== 'if').map((e) => `${e.instancePath} ${e.keyword}`);
}

const index = JSON.parse(readFileSync(join(directory, 'examples/examples.json'), 'utf8'));
let checked = 0;
const disagreements = [];
for (const { path, verdicts } of index.examples) {
  const bytes = readFileSync(join(directory, 'examples', path));
  for (const { schema, valid, pointer, rule } of verdicts) {
    const broken = judge(schema, path, bytes);
    // Ajv also tells what a value breaks beyond its first rule; the index names the first. No other value may be at fault.
    const agrees = valid
      ? broken.length === 0
      : broken.includes(`${pointer} ${rule}`) && broken.every((one) => one.startsWith(`${pointer} `));
    if (!agrees) {
      const wanted = valid ? 'valid' : `${pointer} ${rule}`;
      disagreements.push(`${path} by ${schema}: the index says "${wanted}", Ajv says "${broken.join(', ') || 'valid'}"`);
    }
    checked++;
  }
}

/** What Ajv says of a body must be what the vectors say: valid or not, and each of their problems among its own. */
function checkPayload({ id, bodyBase64, ...verdicts }) {
  const body = Buffer.from(bodyBase64, 'base64');
  for (const [field, schema] of [['received', 'event-received'], ['emitted', 'event-emitted']]) {
    const { valid, problems = [] } = verdicts[field];
    const broken = judge(schema, 'body.json', body);
    const told = problems.map(({ pointer, rule }) => `${pointer} ${rule}`);
    if (valid !== (broken.length === 0) || !told.every((one) => broken.includes(one))) {
      disagreements.push(`${id} by ${schema}: the vectors say "${told.join(', ') || 'valid'}", Ajv says "${broken.join(', ') || 'valid'}"`);
    }
    checked++;
  }
}

for (const name of ['signature-vectors', 'payload-vectors']) {
  const bytes = readFileSync(join(directory, `${name}.json`));
  const broken = judge(name, `${name}.json`, bytes);
  if (broken.length > 0) disagreements.push(`${name}.json is not valid: ${broken.slice(0, 5).join(', ')}`);
  checked++;
  if (name === 'payload-vectors') JSON.parse(bytes).groups.flatMap((group) => group.vectors).forEach(checkPayload);
}

// The OpenAPI validator knows references inside the document only: those to the schemas are resolved here.
const openApi = JSON.parse(
  JSON.stringify(parse('openapi.yaml', readFileSync(join(directory, 'openapi.yaml')))),
  (_, value) => (ajv.getSchema(BASE + value?.$ref) ? {} : value),
);
const { valid, errors } = await new Validator().validate(openApi);
if (!valid) disagreements.push(`openapi.yaml is no OpenAPI document: ${JSON.stringify(errors)}`);

for (const disagreement of disagreements) console.error(disagreement);
console.log(`second validator: ${checked} verdicts checked, ${disagreements.length} disagreements`);
process.exitCode = checked === 0 || disagreements.length > 0 ? 1 : 0;
