// A StatusPulse receiver as an Express router. Where a simpler version goes wrong, the line says why.
import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parseEvent } from './event.js';

const TOLERANCE_SECONDS = 300;

/** `secrets()` returns those in force, one or (during a rotation) two; `work(event)` does what an event asks for. */
export function statuspulse(secrets, work) {
  const once = exactlyOnce(work);
  const router = express.Router({ strict: true });

  router.post(
    '/',
    // express.raw passes other types on with no body at all, which would then be verified as undefined.
    (req, res, next) => (req.is('application/json') ? next() : res.sendStatus(415)),
    // Bytes, not express.json(): JSON that was parsed and written again has another signature. The sender is anybody so
    // far, hence the limit; inflate: false because the signature is that of the bytes on the wire.
    express.raw({ type: 'application/json', limit: '1mb', inflate: false }),
    async (req, res) => {
      // Verified before anything is parsed or remembered. One answer for every cause: it helps nobody who guesses.
      if (!isSigned(req, secrets())) return res.sendStatus(401);
      const event = parseEvent(req.body);
      if (!event) return res.sendStatus(422); // What does not parse today will not tomorrow, and a 5xx is retried for hours.
      await once(event);
      res.sendStatus(200);
    },
  );
  // Without it OPTIONS is answered with 200.
  router.all('/', (req, res) => res.set('Allow', 'POST').sendStatus(405));
  // Express's own answers with a stack trace, in HTML. Anything without a status is ours: 500 asks for another attempt.
  router.use((error, req, res, next) => (res.headersSent ? next(error) : res.sendStatus(error.status ?? 500)));
  return router;
}

function isSigned(req, secrets) {
  // headersDistinct: req.headers joins two of a name by a comma, or keeps the one that somebody else put there.
  const { 'x-statuspulse-timestamp': timestamps = [], 'x-statuspulse-signature': signatures = [] } = req.headersDistinct;
  if (timestamps.length !== 1 || signatures.length !== 1) return false;
  const [timestamp, signature] = [timestamps[0], signatures[0]];
  // As text, before it is a number: Number() takes '', '0x1', '1e9' and ' 1 ', and NaN > 300 is false.
  if (!/^[0-9]{1,11}$/.test(timestamp)) return false;
  // Both sides: one that lies ahead could be replayed until its time comes.
  if (Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  // Buffer.from(…, 'hex') stops in silence at what is not hex, and timingSafeEqual throws where lengths differ.
  if (!/^[0-9a-f]{64}$/.test(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  // The secret is the key as it stands, whsec_ included; the timestamp is the header's text, not the number.
  const macs = secrets.map((secret) => createHmac('sha256', secret).update(`${timestamp}.`).update(req.body).digest());
  // filter, not some: which secret it was does not show in the time it takes.
  return macs.filter((mac) => timingSafeEqual(mac, given)).length > 0;
}

function exactlyOnce(work) {
  // event_id -> promise. In production a table with event_id as its key, written in the transaction of the work itself:
  // memory ends with the process, and grows until then.
  const processed = new Map();
  return (event) => {
    const id = event.event_id;
    // No await between get and set: of copies that arrive together one does the work, and the others wait for its outcome.
    let outcome = processed.get(id);
    if (!outcome) {
      outcome = Promise.resolve(event).then(work);
      processed.set(id, outcome);
      // Else the next attempt of an event that failed would count as a duplicate, and be lost.
      outcome.catch(() => processed.delete(id));
    }
    return outcome;
  };
}
