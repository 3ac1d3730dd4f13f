// What Stripe's library leaves open, checked before it is asked.
import { isUtf8 } from 'node:buffer';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export function guard(req) {
  const { 'x-statuspulse-timestamp': timestamps = [], 'x-statuspulse-signature': signatures = [] } = req.headersDistinct;
  return (
    // The library takes any signature of a list, and the first timestamp: there must be no list.
    timestamps.length === 1 && signatures.length === 1 && /^[0-9a-f]{64}$/.test(signatures[0])
    // It reads timestamps by parseInt, and signs the number that comes out, be it NaN.
    && /^[0-9]{1,11}$/.test(timestamps[0])
    // It has no limit ahead.
    && Number(timestamps[0]) <= Math.floor(Date.now() / 1000) + 300
    // It decodes the body and signs what comes out: U+FFFD for what is no UTF-8, and nothing for a byte order mark.
    // And express.raw leaves no body where the content type is another.
    && Buffer.isBuffer(req.body) && isUtf8(req.body) && !req.body.subarray(0, 3).equals(BYTE_ORDER_MARK)
  );
}
