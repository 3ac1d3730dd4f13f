"""Fails where the tables of docs/servers.md are not what matrix.tsv and the lists of warnings say; --write makes them so.

The lists are exact, since .ci/servers and .ci/examples fail where a warning is missing or new. So the tables are what is measured.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / 'docs/servers.md'


def rows(name, columns):
    lines = [line for line in (ROOT / name).read_text(encoding='utf-8').splitlines() if line.strip()]
    table = [line.split('\t') for line in lines[1:]]
    wrong = [row for row in table if len(row) != columns or not all(row)]
    if wrong:
        sys.exit(f'FAILED: {name}: not {columns} columns: {wrong}')
    return table


servers = rows('.ci/servers.d/matrix.tsv', 4)
warnings = rows('.ci/servers.d/warnings.tsv', 3) + rows('.ci/examples.d/warnings.tsv', 3)
for script in ('.ci/servers', '.ci/examples'):
    run = set(re.search(r'^names=\((.*)\)$', (ROOT / script).read_text(), re.M)[1].split())
    told = {name for name, by, *_ in servers if by == script}
    if run != told:
        sys.exit(f'FAILED: matrix.tsv: {script} runs {sorted(run)}, and {sorted(told)} are told')
unknown = {row[0] for row in warnings} - {row[0] for row in servers}
if unknown:
    sys.exit(f'FAILED: warnings of what is not run: {sorted(unknown)}')


def number(name):
    return str(sum(warning[0] == name for warning in warnings) or 'none')


tables = {
    'servers': ['| name | server | handler | warnings |', '| --- | --- | --- | --- |']
    + [f'| {name} | {server} | {handler} | {number(name)} |' for name, _, server, handler in servers],
    'warnings': ['| name | scenario | why the handler cannot mend it |', '| --- | --- | --- |']
    + [f'| {name} | `{scenario}` | {why} |' for name, scenario, why in warnings],
}
page = PAGE.read_text(encoding='utf-8')
made = page
for name, lines in tables.items():
    between = re.compile(rf'(<!-- {name}: [^\n]*-->\n).*?(<!-- end -->)', re.S)
    if not between.search(made):
        sys.exit(f'FAILED: docs/servers.md has no place for the table of {name}')
    made = between.sub(lambda m: '\n'.join([m[1], *lines, '', m[2]]), made, count=1)
if '--write' in sys.argv[1:]:
    PAGE.write_text(made, encoding='utf-8')
elif made != page:
    sys.exit('FAILED: docs/servers.md is not what the lists say; run .ci/servers.d/matrix.py --write')
