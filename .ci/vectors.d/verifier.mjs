// A plain verifier, written from the contract alone, to judge the vectors with Node's crypto.
import { createHmac, timingSafeEqual } from 'node:crypto';

const strip = (text) => text.replace(/^[ \t\r\n\v\f]+|[ \t\r\n\v\f]+$/g, '');

/** Why the request is to be rejected, or null. headers are [name, value] with one character for each byte. */
export function reason(secrets, tolerance, now, headers, body, policies = new Set()) {
  const only = (name, problem) => {
    let values = headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
    if (policies.has('MaySurroundingSpace')) values = values.map(strip);
    if (policies.has('MayRepeatHeader') && new Set(values).size === 1) values = values.slice(0, 1);
    if (values.length !== 1) throw `${problem}-${values.length === 0 ? 'missing' : 'repeated'}`;
    return values[0];
  };
  try {
    const timestamp = only('x-statuspulse-timestamp', 'timestamp');
    const digits = policies.has('MayPlusSign') ? timestamp.replace(/^\+/, '') : timestamp;
    if (!/^[0-9]{1,18}$/.test(digits)) throw 'timestamp-malformed';
    if (/^0[0-9]/.test(digits) && !policies.has('MayLeadingZeros')) throw 'timestamp-malformed';
    const off = BigInt(digits) - BigInt(now);
    const distance = off < 0n ? -off : off;
    if (distance > BigInt(tolerance) || (distance === BigInt(tolerance) && !policies.has('MayToleranceEdge'))) {
      throw off < 0n ? 'timestamp-too-old' : 'timestamp-too-new';
    }
    let signature = only('x-statuspulse-signature', 'signature');
    if (policies.has('MayUpperCase')) signature = signature.replace(/[A-F]/g, (letter) => letter.toLowerCase());
    if (!/^[0-9a-f]{64}$/.test(signature)) throw 'signature-malformed';
    const holds = secrets.map((secret) => {
      const mac = createHmac('sha256', secret).update(Buffer.from(`${timestamp}.`, 'latin1')).update(body).digest();
      return timingSafeEqual(mac, Buffer.from(signature, 'hex'));
    });
    if (!holds.includes(true)) throw 'signature-mismatch';
    return null;
  } catch (found) {
    if (typeof found === 'string') return found;
    throw found;
  }
}

export const verify = (secrets, tolerance, now, headers, body) => reason(secrets, tolerance, now, headers, body) === null;
