"""Compares a report with what is known of its server. usage: judge.py NAME REPORT.json WARNINGS.tsv"""
import json
import sys

# The example takes its secrets when it starts; TLS and HTTP/2 are not spoken here.
NOT_ASKED = {'jdk': {'rotation/live', 'rotation/previous-after-overlap'}}
SPOKEN_ELSEWHERE = ('tls/', 'acceptance/http-2')

name, report, table = sys.argv[1:]
with open(report, encoding='utf-8') as file:
    data = json.load(file)
with open(table, encoding='utf-8') as file:
    rows = [line.rstrip('\n').split('\t') for line in file if line.strip() and not line.startswith('#')]
wrong = [f'warnings.tsv: not three columns: {row}' for row in rows if len(row) != 3 or not all(row)]
expected = {row[1] for row in rows if row[0] == name}
seen = {result['id'] for result in data['results'] if result['verdict'] == 'warned'}

wrong += [f"{r['verdict']}: {r['id']}" for r in data['results'] if r['verdict'] in ('failed', 'inconclusive')]
wrong += [f'warned, and not listed: {scenario}' for scenario in sorted(seen - expected)]
wrong += [f'listed, and not warned: {scenario}' for scenario in sorted(expected - seen)]
silent = {r['id'] for r in data['results'] if r['verdict'] == 'not-applicable' and not r['id'].startswith(SPOKEN_ELSEWHERE)}
if silent != NOT_ASKED.get(name, set()):
    wrong.append(f'not applicable: {sorted(silent)}')
if data['effects'] != 'observed':
    wrong.append('effects were not observed')
counts = data['summary']
if counts['passed'] < 100:
    wrong.append(f"only {counts['passed']} scenarios passed")
print(f"{'FAIL' if wrong else 'ok'} {name}: {counts['total']} scenarios, {counts['passed']} passed, "
      f"{counts['warned']} warned, {counts['observed']} observed, {counts['notApplicable']} not applicable, "
      f"{data['durationMs'] / 1000:.1f} s")
for line in wrong:
    print(f'    {line}')
sys.exit(1 if wrong else 0)
