"""Takes a shim out of docs/verifier.md, and checks what came of it: shims.py extract LANGUAGE right|wrong FOLDER | check LANGUAGE right|wrong REPORT VECTORS."""
import csv
import json
import pathlib
import re
import sys

here = pathlib.Path(__file__).resolve().parent
PAGE = (here.parent.parent / 'docs' / 'verifier.md').read_text(encoding='utf-8')
MOST_LINES = 25


def shim(language):
    with open(here / 'shims.tsv', encoding='utf-8', newline='') as table:
        return next(row for row in csv.DictReader(table, delimiter='\t', quoting=csv.QUOTE_NONE) if row['language'] == language)


def fenced(fence):
    blocks = re.findall(rf'^```{fence}\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
    if len(blocks) != 1:
        sys.exit(f'docs/verifier.md has {len(blocks)} blocks of {fence}, expected one')
    return blocks[0]


def extract(language, kind, folder):
    row, folder = shim(language), pathlib.Path(folder)
    code = fenced(row['fence'])
    if len(code.splitlines()) > MOST_LINES:
        sys.exit(f'the shim for {language} has {len(code.splitlines())} lines, expected at most {MOST_LINES}')
    if code.count(row['right']) != 1:
        sys.exit(f"the shim for {language} has not once {row['right']!r}")
    if kind == 'wrong':
        code = code.replace(row['right'], row['wrong'])
    target = folder / row['file']
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(code, encoding='utf-8')
    if language == 'rust':
        (folder / 'Cargo.toml').write_text(fenced('toml'), encoding='utf-8')
    print(row['run'])


def check(language, kind, report, vectors):
    """Right passes all; without the limit ahead exactly what is too new is accepted, and one cause explains it."""
    report, vectors = (json.loads(pathlib.Path(file).read_text(encoding='utf-8')) for file in (report, vectors))
    all_vectors = [vector for group in vectors['groups'] for vector in group['vectors']]
    wanted = {v['id'] for v in all_vectors if kind == 'wrong' and v.get('reason') == 'timestamp-too-new'}
    assert kind == 'right' or wanted, 'no vector is too new'
    verdicts = {result['id']: result['verdict'] for result in report['results']}
    observed = {v['id'] for v in all_vectors if v['result'] == 'acceptable'}
    for vector_id, verdict in verdicts.items():
        right = {'failed', 'warned'} if vector_id in wanted else {'observed'} if vector_id in observed else {'passed'}
        if verdict not in right:
            sys.exit(f'{language}, {kind}: {vector_id} is {verdict}, expected {" or ".join(sorted(right))}')
    if set(verdicts) != {v['id'] for v in all_vectors}:
        sys.exit(f'{language}, {kind}: {len(verdicts)} results for {len(all_vectors)} vectors')
    explained = [vector_id for finding in report['diagnosis'] for vector_id in finding['explains']]
    if sorted(explained) != sorted(wanted):
        sys.exit(f'{language}, {kind}: {len(explained)} failures are explained, expected {len(wanted)}')
    print(f'{language}, {kind}: {len(verdicts) - len(wanted)} as wanted, {len(wanted)} found wrong')


{'extract': extract, 'check': check}[sys.argv[1]](*sys.argv[2:])
