"""Runs the commands that docs/verifiers.md shows for a verifier, and compares their answers. usage: by_hand.py NAME URL SECRET

A section of the page begins with `## … (NAME)`. Its commands see what the section `(by hand)` defines. A line that ends in
`# 200` must print that and nothing else.
"""
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

PAGE = (pathlib.Path(__file__).resolve().parents[2] / 'docs/verifiers.md').read_text(encoding='utf-8')
name, url, secret = sys.argv[1:]


def commands(section):
    found = re.search(rf'^## [^\n]*\({re.escape(section)}\)\n(.*?)(?=^## |\Z)', PAGE, re.S | re.M)
    if not found:
        sys.exit(f'FAILED: docs/verifiers.md has no section ({section})')
    return '\n'.join(re.findall(r'^```sh\n(.*?)^```', found[1], re.S | re.M))


def checked(line):
    wanted = re.fullmatch(r'(.*?)\s*# ([0-9]{3})', line)
    if not wanted:
        return line
    command, status = wanted.groups()
    return f'printf "%s\\t%s\\t%s\\n" "$({command})" {status} {shlex.quote(command)}'


definitions = re.sub(r'^url=.*$', f'url={url}', commands('by hand'), flags=re.M)
definitions = re.sub(r'^secret=.*$', f'secret={secret}', definitions, flags=re.M)
script = '\n'.join(['set -eu', definitions, *map(checked, commands(name).splitlines())])
with tempfile.TemporaryDirectory() as folder:
    run = subprocess.run(['bash', '-c', script], cwd=folder, capture_output=True, text=True, timeout=120)
answers = [line.split('\t') for line in run.stdout.splitlines()]
wrong = [f'answered {got}, not {wanted}: {line}' for got, wanted, line in answers if got != wanted]
if run.returncode != 0:
    wrong.append(f'exit {run.returncode}: {run.stderr.strip()}')
asked = len(re.findall(r'# [0-9]{3}$', commands(name), re.M))
if len(answers) != asked or asked == 0:
    wrong.append(f'{len(answers)} answers to {asked} commands')
print(f"{'FAIL' if wrong else 'ok'} {name}: {len(answers)} deliveries by hand")
for line in wrong:
    print(f'    {line}')
sys.exit(1 if wrong else 0)
