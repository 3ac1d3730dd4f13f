// Verifies signatures that the simulator made with Stripe's own verifier: what Stripe signs (timestamp, dot, body) is the
// same. Exit 1 where it rejects one of them, or accepts one that was tampered with, or where too little was verified.
//
//   npm ci && node verify.mjs [file of vectors]
//
// The tests of the simulator write the vectors.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Stripe from 'stripe';

const LEAST_VERIFIED = 200;
const LEAST_EVENTS = 100;
/** Ages are the receiver's business: with a tolerance of 0 only signatures are judged. */
const NO_TOLERANCE = 0;

const here = dirname(fileURLToPath(import.meta.url));
const file = process.argv[2] ?? join(here, '../../simulator/target/oracle-vectors.json');
const { vectors } = JSON.parse(readFileSync(file, 'utf8'));

/** Stripe decodes bodies as UTF-8 without a byte order mark; what that changes it cannot verify. */
function survivesDecoding(body) {
  return Buffer.from(new TextDecoder('utf-8').decode(body), 'utf8').equals(body);
}

function eventOf(body) {
  try {
    const event = JSON.parse(body.toString('utf8'));
    return typeof event.event_id === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
}

const header = (timestamp, signature) => `t=${timestamp},v1=${signature}`;

function accepts(body, timestamp, signature, secret) {
  try {
    return Stripe.webhooks.signature.verifyHeader(body, header(timestamp, signature), secret, NO_TOLERANCE);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

/** The vector with one part changed, by what was changed. */
function tampered({ body, timestamp, signature, secret }) {
  const last = signature.at(-1) === '0' ? '1' : '0';
  return {
    'last digit': [body, timestamp, signature.slice(0, -1) + last, secret],
    'first digit': [body, timestamp, (signature[0] === '0' ? '1' : '0') + signature.slice(1), secret],
    timestamp: [body, String(Number(timestamp) + 1), signature, secret],
    body: [Buffer.concat([body, Buffer.from(' ')]), timestamp, signature, secret],
    secret: [body, timestamp, signature, `${secret}x`],
  };
}

const problems = [];
let verified = 0;
let rejected = 0;
let events = 0;
let undecodable = 0;
vectors.forEach(({ bodyBase64, ...rest }, number) => {
  const vector = { body: Buffer.from(bodyBase64, 'base64'), ...rest };
  const { body, timestamp, signature, secret } = vector;
  if (!survivesDecoding(body)) {
    undecodable++;
    return;
  }
  const accepted = accepts(body, timestamp, signature, secret);
  if (accepted) verified++;
  else problems.push(`vector ${number}: Stripe rejects the signature`);
  for (const [what, parts] of Object.entries(tampered(vector))) {
    if (accepts(...parts)) problems.push(`vector ${number}: Stripe accepts it with another ${what}`);
    else rejected++;
  }
  const event = eventOf(body);
  if (accepted && event) {
    const built = Stripe.webhooks.constructEvent(body, header(timestamp, signature), secret, NO_TOLERANCE);
    if (built.event_id === event.event_id) events++;
    else problems.push(`vector ${number}: Stripe reads the event ${built.event_id} instead of ${event.event_id}`);
  }
});

if (verified < LEAST_VERIFIED) problems.push(`only ${verified} signatures were verified, at least ${LEAST_VERIFIED} expected`);
if (events < LEAST_EVENTS) problems.push(`only ${events} events were built, at least ${LEAST_EVENTS} expected`);
problems.slice(0, 20).forEach((problem) => console.error(problem));
console.log(
  `stripe ${Stripe.PACKAGE_VERSION}: ${verified} of ${vectors.length} signatures verified, ${events} events built, ` +
    `${rejected} tampered deliveries rejected, ${undecodable} not judged (their bodies are not plain UTF-8), ` +
    `${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
