"""Compares what the kit found about a verifier with findings.tsv. usage: compare.py NAME REPORT.json"""
import json
import pathlib
import re
import sys

# It accepts nothing that is signed correctly, and a rejection without an accepted control proves nothing.
REJECTS_ALL = {'webhook-rule'}

here = pathlib.Path(__file__).resolve().parent
name, report = sys.argv[1:]
data = json.loads(pathlib.Path(report).read_text(encoding='utf-8'))
table = [line.split('\t') for line in (here / 'findings.tsv').read_text(encoding='utf-8').splitlines()[1:] if line.strip()]
page = (here.parents[1] / 'docs/verifiers.md').read_text(encoding='utf-8')

wrong = [f'findings.tsv: not four columns: {row}' for row in table if len(row) != 4 or not all(row)]
expected = {(verdict, scenario) for verifier, verdict, scenario, _ in table if verifier == name}
seen = {(r['verdict'], r['id']) for r in data['results'] 
        if r['verdict'] in ('failed', 'warned') or (r['verdict'] == 'inconclusive' and name not in REJECTS_ALL)}
wrong += [f'{verdict}, and not listed: {scenario}' for verdict, scenario in sorted(seen - expected)]
wrong += [f'listed as {verdict}, and is not: {scenario}' for verdict, scenario in sorted(expected - seen)]

inconclusive = [r['id'] for r in data['results'] if r['verdict'] == 'inconclusive']
passed = data['summary']['passed']
if name in REJECTS_ALL:
    if len(inconclusive) < 100 or not data['diagnosis']:
        wrong.append(f'{len(inconclusive)} inconclusive, and the diagnosis is {data["diagnosis"]}')
elif passed < 100:
    wrong.append(f'only {passed} passed')
if data['effects'] != ('not-observed' if name in REJECTS_ALL else 'observed'):
    wrong.append(f'effects: {data["effects"]}')

causes = {cause for verifier, _, _, cause in table if verifier == name}
wrong += [f'docs/verifiers.md does not name it: {row[2]}' for row in table if row[0] == 'stripe' and f'`{row[2]}`' not in page]
wrong += [f'docs/verifiers.md has no heading: {cause}' for cause in sorted(causes) if f'### {cause}\n' not in page]
figures = [str(sum(verdict == v for v, _ in expected) or 'none') for verdict in ('failed', 'warned')]
if not re.search(rf'\| {name} \| [^|]* \| {figures[0]} \| {figures[1]} \|\n', page):
    wrong.append(f'docs/verifiers.md does not say of {name}: failed {figures[0]}, warned {figures[1]}')
print(f"{'FAIL' if wrong else 'ok'} {name}: {passed} passed, {len(seen)} findings of {len(causes)} causes, "
      f'{len(inconclusive)} inconclusive, {data["durationMs"] / 1000:.1f} s')
for line in wrong:
    print(f'    {line}')
sys.exit(1 if wrong else 0)
