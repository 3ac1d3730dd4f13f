// Judges the signature vectors with Node's crypto. Exit 1 where anything is not as the file says.
//
//   node judge.mjs FILE
import { readFileSync } from 'node:fs';
import { reason } from './verifier.mjs';

const file = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const policies = Object.keys(file.flags).filter((flag) => file.flags[flag].bugType === 'policy');
const theKits = ['MayLeadingZeros', 'MayToleranceEdge'];
const modes = [[], theKits, policies, ...policies.map((policy) => [policy])];
const problems = [];
let judged = 0;
for (const group of file.groups) {
  for (const v of group.vectors) {
    judged++;
    const headers = v.headers.map((h) => [h.name, h.value ?? Buffer.from(h.valueBase64, 'base64').toString('latin1')]);
    const body = Buffer.from(v.bodyBase64, 'base64');
    for (const mode of modes) {
      const found = reason(group.secrets, group.toleranceSeconds, group.now, headers, body, new Set(mode));
      const accepted = v.result === 'valid' || (v.result === 'acceptable' && mode.includes(v.flags[0]));
      const otherReason = v.result === 'invalid' && mode === theKits && found !== v.reason;
      if ((found === null) !== accepted || otherReason) {
        problems.push(`policies ${mode}: ${v.id} is ${v.result} (${v.reason}), found ${found}`);
      }
    }
  }
}
if (judged !== file.numberOfVectors || judged < 1500) problems.push(`${judged} vectors judged`);
problems.slice(0, 20).forEach((problem) => console.error(problem));
console.log(`node ${process.versions.node} crypto: ${judged} vectors, ${modes.length} ways of deciding what is acceptable`);
process.exitCode = problems.length === 0 ? 0 : 1;
