'use strict';
// Runs the webhook on 127.0.0.1, and lets the suite look inside it. usage: node server.js PORT
const http = require('node:http');
const { Webhook, secrets, instant } = require('./webhook.js');

const effects = new Map();
const newest = new Map(); // check_id -> the event that happened last, which need not be the one that came last
const failing = new Set();

function work(event) {
  if (failing.delete(event.event_id)) throw new Error('told to fail');
  effects.set(event.event_id, (effects.get(event.event_id) ?? 0) + 1);
  const known = newest.get(event.check_id);
  if (!known || instant(event.timestamp) > instant(known.timestamp)) newest.set(event.check_id, event);
}

const webhook = new Webhook(secrets(process.env.STATUSPULSE_SECRET, process.env.STATUSPULSE_PREVIOUS_SECRET), work);

/** For the suite only: nothing of this belongs into a service. */
async function control(req) {
  const [, kind, id = ''] = req.url.split('/');
  if (req.method === 'GET' && kind === 'effects') return [200, { count: effects.get(id) ?? 0 }];
  if (req.method === 'GET' && kind === 'state' && newest.has(id)) return [200, { status: newest.get(id).current_status }];
  if (req.method === 'PUT' && kind === 'failures') return failing.add(id), [204];
  if (req.method === 'PUT' && kind === 'secrets') {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    const { current, previous } = JSON.parse(Buffer.concat(chunks).toString());
    webhook.keys = secrets(current, previous);
    return [204];
  }
  return [404, {}];
}

async function answer(req, res) {
  let status, value;
  try {
    // req.url holds the query too, which is nothing to this endpoint.
    if (req.url.split('?', 1)[0] === '/webhook/statuspulse') status = await webhook.handle(req);
    else [status, value] = await control(req);
  } catch {
    status = 400; // The body broke off: seldom does anybody wait for this answer.
  }
  if (status === 405) res.setHeader('Allow', 'POST');
  // What is left of a body that is not wanted would be read as the next request.
  if (!req.complete) res.setHeader('Connection', 'close');
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json');
  res.end(status === 204 ? undefined : JSON.stringify(value ?? {}));
}

// An async handler that rejects ends the process, so answer() catches everything.
const server = http.createServer(answer);
server.headersTimeout = 10_000; // Else slow clients hold their connections for minutes.
server.requestTimeout = 30_000;
server.listen(Number(process.argv[2]), '127.0.0.1');
