"""Judges the signature vectors with Python's hmac, and again with the MACs that openssl computes; then with verifiers that
are wrong on purpose, each of which must be caught. Exit 1 where anything is not as the file says.

  judge.py FILE
"""
import base64
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

import verifier

LEAST = 1500
THE_KITS = ('MayLeadingZeros', 'MayToleranceEdge')
file = json.loads(pathlib.Path(sys.argv[1]).read_text())
problems = []


def value(header):
    return header['value'] if 'value' in header else base64.b64decode(header['valueBase64'], validate=True).decode('latin-1')


Vector = collections.namedtuple('Vector', 'id result reason flags secrets tolerance now headers body')
vectors = [Vector(v['id'], v['result'], v.get('reason'), v['flags'], g['secrets'], g['toleranceSeconds'], g['now'],
                  [(h['name'], value(h)) for h in v['headers']], base64.b64decode(v['bodyBase64'], validate=True))
           for g in file['groups'] for v in g['vectors']]
policies = [flag for flag, facts in file['flags'].items() if facts['bugType'] == 'policy']


def differences(judge, allowed):
    """The vectors of which that judge, with these policies, says something else than the file."""
    wrong = []
    for v in vectors:
        found = judge(v.secrets, v.tolerance, v.now, v.headers, v.body, allowed)
        accepted = v.result == 'valid' or (v.result == 'acceptable' and v.flags[0] in allowed)
        if (found is None) != accepted or (v.result == 'invalid' and allowed == THE_KITS and found != v.reason):
            wrong.append((v, found))
    return wrong


def agree(name, judge):
    modes = [(), THE_KITS, tuple(policies), *[(policy,) for policy in policies]]
    for allowed in modes:
        for v, found in differences(judge, allowed):
            problems.append(f'{name}, policies {list(allowed)}: {v.id} is {v.result} ({v.reason}), found {found}')
    print(f'{name}: {len(vectors)} vectors, {len(modes)} ways of deciding what is acceptable')


def openssl():
    """MACs of everything that a right verifier computes, a process of openssl for each secret."""
    wanted = collections.defaultdict(set)
    for v in vectors:
        verifier.reason(v.secrets, v.tolerance, v.now, v.headers, v.body, tuple(policies),
                        lambda secret, content: wanted[secret].add(content) or '')
    macs = {}
    with tempfile.TemporaryDirectory() as folder:
        for secret, contents in wanted.items():
            contents = sorted(contents)
            paths = []
            for number, content in enumerate(contents):
                paths.append(f'{folder}/{number}')
                pathlib.Path(paths[-1]).write_bytes(content)
            out = subprocess.run(['openssl', 'dgst', '-sha256', '-r', '-mac', 'HMAC', '-macopt',
                                  'hexkey:' + secret.encode().hex(), *paths], check=True, capture_output=True, text=True).stdout
            for content, line in zip(contents, out.splitlines(), strict=True):
                macs[secret, content] = line.split()[0]
    return macs


def defects():
    right = verifier.reason

    def prefix(s, t, n, h, b, p):
        sent = next((x for k, x in h if k.lower() == verifier.SIGNATURE), '')
        stamp = next((x for k, x in h if k.lower() == verifier.TIMESTAMP), '')
        return None if verifier.mac(s[0], stamp.encode('latin-1') + b'.' + b).startswith(sent) else 'no'

    def with_body(change):
        return lambda s, t, n, h, b, p: right(s, t, n, h, change(b), p)

    def with_headers(change):
        return lambda s, t, n, h, b, p: right(s, t, n, change(h), b, p)

    def text(change):
        return with_body(lambda b: change(b.decode('utf-8', 'replace')).encode('utf-8', 'surrogatepass'))

    def each_value(change):
        return with_headers(lambda h: [(k, change(x) if k.lower() == verifier.SIGNATURE else x) for k, x in h])

    def summed(s, t, n, h, b, p):
        """Compares the exclusive or of all bytes."""
        found = right(s, t, n, h, b, p)
        sent = [x for k, x in h if k.lower() == verifier.SIGNATURE]
        if found != 'signature-mismatch' or len(sent) != 1:
            return found
        stamp = next(x for k, x in h if k.lower() == verifier.TIMESTAMP)
        difference = 0
        for x, y in zip(bytes.fromhex(verifier.mac(s[0], stamp.encode('latin-1') + b'.' + b)), bytes.fromhex(sent[0])):
            difference ^= x ^ y
        return None if difference == 0 else found

    return {
        'accepts everything': lambda s, t, n, h, b, p: None,
        'rejects everything': lambda s, t, n, h, b, p: 'no',
        'compares a prefix': prefix,
        'folds differences with exclusive or': summed,
        'no check of freshness': lambda s, t, n, h, b, p: right(s, 10**30, n, h, b, p),
        'checks the past only': lambda s, t, n, h, b, p: (
            lambda found: right(s, 10**30, n, h, b, p) if found == 'timestamp-too-new' else found)(right(s, t, n, h, b, p)),
        'tolerance of a second more': lambda s, t, n, h, b, p: right(s, t + 1, n, h, b, p),
        'tolerance of a second less': lambda s, t, n, h, b, p: right(s, max(0, t - 2), n, h, b, p),
        'first secret only': lambda s, t, n, h, b, p: right(s[:1], t, n, h, b, p),
        'secret without its prefix': lambda s, t, n, h, b, p: right([x.removeprefix('whsec_') for x in s], t, n, h, b, p),
        'secret trimmed': lambda s, t, n, h, b, p: right([x.strip() for x in s], t, n, h, b, p),
        'secret as Latin-1': lambda s, t, n, h, b, p: right(
            s, t, n, h, b, p, lambda secret, c: verifier.hmac.new(secret.encode('latin-1', 'replace'), c, 'sha256').hexdigest()),
        'secret cut to a block': lambda s, t, n, h, b, p: right(
            s, t, n, h, b, p, lambda secret, c: verifier.hmac.new(secret.encode()[:64], c, 'sha256').hexdigest()),
        'body decoded': text(lambda x: x),
        'body without byte order mark': text(lambda x: x.removeprefix('\ufeff')),
        'body composed': text(lambda x: unicodedata.normalize('NFC', x)),
        'body with LF': with_body(lambda b: b.replace(b'\r\n', b'\n')),
        'body trimmed': with_body(lambda b: b.strip()),
        'body up to a NUL': with_body(lambda b: b.split(b'\0')[0]),
        'body in one 8 KiB read': with_body(lambda b: b[:8192]),
        'header names by case': with_headers(lambda h: [x for x in h if x[0].startswith('X-StatusPulse-')]),
        'header names with underscores': with_headers(lambda h: [(k.replace('_', '-'), x) for k, x in h]),
        'last of several headers': with_headers(lambda h: list({k.lower(): (k, x) for k, x in h}.values())),
        'first of several headers': with_headers(lambda h: list({k.lower(): (k, x) for k, x in reversed(h)}.values())),
        'prefix sha256= taken off': each_value(lambda x: x.removeprefix('sha256=')),
        'everything but digits taken out': each_value(lambda x: re.sub('[^0-9a-f]', '', x)),
        'cut to 64 characters': each_value(lambda x: x[:64]),
        'last element of a list': each_value(lambda x: x.split(',')[-1]),
    }


agree(f'python {sys.version.split()[0]} hmac', verifier.reason)
macs = openssl()
agree(subprocess.run(['openssl', 'version'], check=True, capture_output=True, text=True).stdout.split(' (')[0].strip().lower(),
      lambda s, t, n, h, b, p: verifier.reason(s, t, n, h, b, p, lambda secret, content: macs[secret, content]))

if len(vectors) < LEAST or len(vectors) != file['numberOfVectors']:
    problems.append(f'{len(vectors)} vectors, at least {LEAST} and {file["numberOfVectors"]} expected')
caught, survivors = defects(), 0
for name, judge in caught.items():
    wrong = differences(judge, THE_KITS)
    wrong = [v for v, found in wrong if (found is None) != (v.result == 'valid' or (v.result == 'acceptable' and v.flags[0] in THE_KITS))]
    survivors += not wrong
    if not wrong:
        problems.append(f'no vector catches a verifier that {name}')
print(f'{len(caught)} verifiers that are wrong on purpose, {survivors} of them not caught')
for problem in problems[:20]:
    print(problem, file=sys.stderr)
sys.exit(1 if problems else 0)
