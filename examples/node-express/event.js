// Reads a verified body: strict about what the contract fixes, open to fields, types and statuses of tomorrow.

const text = (v) => typeof v === 'string' && v !== '';
const like = (pattern) => (v) => typeof v === 'string' && pattern.test(v); // test() alone makes text of anything first.
const integer = (v, least, most = Infinity) => Number.isInteger(v) && v >= least && v <= most;

const FIELDS = {
  event_id: like(/^evt_[0-9a-f]{12}$/),
  timestamp: (v) => !Number.isNaN(instant(v)),
  event_type: text, // Any: an enumeration would refuse the provider's next release.
  check_id: like(/^chk_[a-z0-9_]+$/),
  endpoint: like(/^https?:\/\/[^/?#]/i),
  previous_status: text,
  current_status: text,
  response_time_ms: (v) => v === null || integer(v, 0), // No answer, no time; no error, no code.
  region: text,
  error_code: (v) => v === null || integer(v, 100, 599),
  retry_count: (v) => integer(v, 0),
};

/** Returns undefined where the body is no event. */
export function parseEvent(body) {
  let event;
  try {
    // fatal: body.toString() puts U+FFFD for what is not UTF-8. ignoreBOM keeps a BOM, which JSON.parse then refuses.
    event = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    return undefined;
  }
  // typeof null is 'object', and so is that of an array; hasOwn, since fields could be found on the prototype.
  const isEvent = typeof event === 'object' && event !== null && !Array.isArray(event)
    && Object.entries(FIELDS).every(([name, rule]) => Object.hasOwn(event, name) && rule(event[name]));
  return isEvent ? event : undefined;
}

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** Milliseconds since 1970, or NaN. That an event is old is no reason to refuse it: it may be a retry. */
export function instant(v) {
  const parts = typeof v === 'string' && RFC_3339.exec(v);
  if (!parts) return NaN;
  const [, year, month, day] = parts.map(Number);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > daysInMonth ? NaN : Date.parse(v.toUpperCase()); // Date.parse alone makes 2 March of 30 February.
}
