// Runs the shell steps of action.yml and of docs/ci/ as their services do, in a folder with a receiver: with a right one
// they are green, with one that verifies nothing they are red, and the reports are there that are uploaded afterwards.
// What services do themselves (checkouts, uploads, caches) is not run; in its place .statuspulse is this checkout.
//
//   npm ci && node pipelines.mjs
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const read = path => readFileSync(join(root, path), 'utf8');
const yaml = path => parse(read(path));
const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c'];
const POSIX = ['sh', '-xec'];

/** Fills in ${{ … }} as far as it is known. */
function filled(value, known) {
  return String(value).replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (_, name) => {
    if (!(name in known)) throw new Error(`nobody knows ${name}`);
    return known[name];
  });
}

function workflow(path) {
  const steps = yaml(path).jobs.conformance.steps;
  return steps.filter(step => step.run).map(step => ({ shell: BASH, env: step.env ?? {}, run: step.run }));
}

function action() {
  const { inputs, runs } = yaml('action.yml');
  const use = yaml('docs/ci/github-action.yml').jobs.conformance.steps.find(step => step.uses?.includes('statuspulse'));
  const unknown = Object.keys(use.with).filter(name => !(name in inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no ${unknown}`);
  const missing = Object.keys(inputs).filter(name => inputs[name].required && !(name in use.with));
  if (missing.length > 0) throw new Error(`${missing} are required`);
  const known = { 'github.action_path': root };
  for (const [name, input] of Object.entries(inputs)) known[`inputs.${name}`] = use.with[name] ?? input.default ?? '';
  return runs.steps
    .filter(step => step.run)
    .map(step => ({
      shell: BASH,
      env: Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, known)])),
      run: filled(step.run, known),
    }));
}

function gitlab() {
  const job = yaml('docs/ci/gitlab-ci.yml').webhooks;
  // Its Maven repository is the runner's, and here this machine's.
  const { MAVEN_OPTS: _, ...env } = job.variables;
  return [{ shell: BASH, env, run: [...job.before_script, ...job.script].join('\n') }];
}

function jenkins() {
  const file = read('docs/ci/Jenkinsfile');
  const env = Object.fromEntries([...file.matchAll(/^\s+(STATUSPULSE_\w+) = '(.*)'/gm)].map(([, name, value]) => [name, value]));
  env.STATUSPULSE_SECRET = 'whsec_of_the_credentials';
  return [...file.matchAll(/sh '''([\s\S]*?)'''/g)].map(([, run]) => ({ shell: POSIX, env, run }));
}

const pipelines = {
  'docs/ci/github.yml': { steps: workflow('docs/ci/github.yml'), reports: ['statuspulse.html', 'statuspulse.xml', 'statuspulse.sarif'], summary: true },
  'action.yml': { steps: action(), reports: ['html', 'json', 'sarif', 'xml'].map(end => `statuspulse-reports/report.${end}`).concat('statuspulse-reports/badge.svg'), summary: true },
  'docs/ci/gitlab-ci.yml': { steps: gitlab(), reports: ['statuspulse.html', 'statuspulse.xml'] },
  'docs/ci/Jenkinsfile': { steps: jenkins(), reports: ['statuspulse.html', 'statuspulse.xml'] },
};

let failed = 0;
function check(name, ok, why) {
  console.log(ok ? `ok ${name}` : `FAIL ${name}: ${why}`);
  if (!ok) failed += 1;
}

function run(name, { steps, reports, summary }, right) {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  try {
    if (right) cpSync(join(root, 'examples/python'), folder, { recursive: true });
    else cpSync(join(here, 'takes-everything.py'), join(folder, 'server.py'));
    symlinkSync(root, join(folder, '.statuspulse'));
    let last = { status: 0, stdout: '', stderr: '' };
    for (const { shell, env, run: script } of steps) {
      const [command, ...flags] = shell;
      const github = summary ? { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'summary.md') } : {};
      const { STATUSPULSE_SECRET: _, ...plain } = process.env;
      last = spawnSync(command, [...flags, script], { cwd: folder, env: { ...plain, CI: 'true', ...github, ...env }, encoding: 'utf8', timeout: 300_000 });
      if (last.status !== 0) break;
    }
    const colour = right ? 'green' : 'red';
    check(`${name}: ${colour}`, steps.length > 0 && last.status === (right ? 0 : 1), `exit ${last.status}\n${last.stdout}\n${last.stderr}`);
    for (const report of reports) check(`${name}: ${colour}: ${report}`, existsSync(join(folder, report)), 'is not there');
    if (summary) {
      const page = existsSync(join(folder, 'summary.md')) ? readFileSync(join(folder, 'summary.md'), 'utf8') : '';
      check(`${name}: ${colour}: the summary`, page.includes(right ? 'PASSED' : 'FAILED'), page.slice(0, 200));
      check(`${name}: ${colour}: annotations`, last.stderr.includes('::error file=server.py') === !right, last.stderr);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const [name, pipeline] of Object.entries(pipelines)) {
  run(name, pipeline, true);
  run(name, pipeline, false);
}
process.exitCode = failed > 0 ? 1 : 0;
