'use strict';
// A StatusPulse receiver for Node's own http module, without packages. What a simpler version gets wrong is said at its line.
const crypto = require('node:crypto');

const MOST_BYTES = 1 << 20;
const TOLERANCE_SECONDS = 300;

/** Secrets come from the environment; both are accepted while a rotation's overlap lasts. */
function secrets(current, previous) {
  // A missing secret must stop the service now: an empty key verifies whatever an attacker signs with it.
  if (!current || previous === '') throw new Error('a webhook secret is missing or empty');
  return previous == null ? [current] : [current, previous];
}

/** Handles the requests to one endpoint. `work` does what an event asks for, and may return a promise. */
class Webhook {
  // event_id -> promise of its work. In production a table with event_id as its key, written in the work's transaction.
  #processed = new Map();

  constructor(keys, work) {
    this.keys = keys;
    this.work = work;
  }

  /** Returns the status to answer. Rejects only where the connection broke. */
  async handle(req) {
    if (req.method !== 'POST') return 405;
    // Media types are compared without parameters and without regard to case.
    const type = (req.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
    if (type !== 'application/json') return 415;
    // Unsigned so far: anybody's, of any size.
    if (Number(req.headers['content-length'] ?? 0) > MOST_BYTES) return 413;
    const chunks = [];
    let size = 0;
    for await (const chunk of req) {
      size += chunk.length; // A chunked body has no length to look at before.
      if (size > MOST_BYTES) return 413;
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks); // Bytes: text that was decoded and encoded again has another signature.
    // Verified before it is parsed or remembered; one answer for every cause, so that it helps nobody who guesses.
    if (!this.#signed(req.headersDistinct, body)) return 401;
    const event = parse(body);
    if (event === undefined) return 400;
    if (!isEvent(event)) return 422; // A 5xx would be retried for hours.
    return this.#once(event);
  }

  #signed(headers, body) {
    const timestamps = headers['x-statuspulse-timestamp'] ?? [];
    const signatures = headers['x-statuspulse-signature'] ?? [];
    // Exactly one of each: req.headers would join two by a comma, or keep one that somebody chose.
    if (timestamps.length !== 1 || signatures.length !== 1) return false;
    const [timestamp] = timestamps;
    // As text, before it is a number: Number() takes '', '0x1', '1e9' and ' 1 ', and NaN > 300 is false.
    if (!/^[0-9]{1,11}$/.test(timestamp)) return false;
    // Both sides: one that lies ahead could be replayed until its time comes.
    if (Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp)) > TOLERANCE_SECONDS) return false;
    // Buffer.from(…, 'hex') stops in silence at what is not hex, and timingSafeEqual throws where lengths differ.
    if (!/^[0-9a-f]{64}$/.test(signatures[0])) return false;
    const given = Buffer.from(signatures[0], 'hex');
    let signed = false;
    for (const key of this.keys) {
      // The header's own text, not the number it stands for. The whole secret is the key: whsec_ included, no base64.
      const mac = crypto.createHmac('sha256', key).update(`${timestamp}.`).update(body).digest();
      if (crypto.timingSafeEqual(given, mac)) signed = true; // Goes on, so that time does not tell which key it was.
    }
    return signed;
  }

  async #once(event) {
    const id = event.event_id;
    // Copies that arrive together wait for the one that does the work; between has() and set() nothing else runs.
    if (!this.#processed.has(id)) this.#processed.set(id, Promise.resolve().then(() => this.work(event)));
    try {
      await this.#processed.get(id);
      return 200;
    } catch {
      this.#processed.delete(id); // Else the next attempt of an event that failed would count as a duplicate.
      return 503;
    }
  }
}

/** Returns undefined where it is no JSON text in UTF-8. */
function parse(body) {
  try {
    // fatal: body.toString() would put U+FFFD for what is not UTF-8. ignoreBOM keeps a BOM, which JSON.parse refuses.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    return undefined;
  }
}

const text = (v) => typeof v === 'string' && v !== '';
const integer = (v, least, most = Infinity) => Number.isInteger(v) && v >= least && v <= most;
const FIELDS = {
  event_id: (v) => typeof v === 'string' && /^evt_[0-9a-f]{12}$/.test(v), // test() alone makes text of any type first.
  timestamp: (v) => !Number.isNaN(instant(v)),
  event_type: text, // Any text: tomorrow's types and statuses are to be taken too, and so are other fields.
  check_id: (v) => typeof v === 'string' && /^chk_[a-z0-9_]+$/.test(v),
  endpoint: (v) => typeof v === 'string' && /^https?:\/\/[^/?#]/i.test(v),
  previous_status: text,
  current_status: text,
  response_time_ms: (v) => v === null || integer(v, 0), // No probe response, no time; no error, no code.
  region: text,
  error_code: (v) => v === null || integer(v, 100, 599),
  retry_count: (v) => integer(v, 0),
};

function isEvent(v) {
  // typeof null is 'object', and so is that of an array.
  if (typeof v !== 'object' || v === null || Array.isArray(v)) return false;
  // hasOwn: a field that is not there must not be found on the prototype.
  return Object.entries(FIELDS).every(([name, rule]) => Object.hasOwn(v, name) && rule(v[name]));
}

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** Milliseconds since 1970, or NaN. How old an event is, is no reason to refuse it: it may be a retry. */
function instant(v) {
  const parts = typeof v === 'string' && RFC_3339.exec(v);
  if (!parts) return NaN;
  const [, year, month, day] = parts.map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > days ? NaN : Date.parse(v.toUpperCase()); // Date.parse alone makes 2 March of 30 February.
}

module.exports = { Webhook, secrets, instant };
