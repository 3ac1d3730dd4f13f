import { reason } from './verifier.mjs';

export function verify(secrets, tolerance, now, headers, body) {
  const seconds = process.env.WRONG ? 1e15 : tolerance;
  return reason(secrets, seconds, now, headers, body, new Set(['MayToleranceEdge'])) === null;
}
