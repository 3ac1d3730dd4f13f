// A receiver as Stripe's documentation writes one, with the two headers put together to Stripe's one. What is not about
// verification (the limit, each event once) is done right, so that what the kit finds is about verification.
//
// usage: node server.mjs PORT [guarded]    guarded: guard.mjs is asked first, and what is verified must be an object
import express from 'express';
import Stripe from 'stripe';
import { guard } from './guard.mjs';

const secrets = [process.env.STATUSPULSE_SECRET, process.env.STATUSPULSE_PREVIOUS_SECRET].filter(Boolean);
const guarded = process.argv[3] === 'guarded';
const processed = new Set(); // A set: each event counts once.

function verified(body, header) {
  let failure;
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(body, header, secret);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

const app = express();

app.post('/webhook/statuspulse', express.raw({ type: 'application/json', limit: '1mb' }), (req, res) => {
  if (guarded && !guard(req)) return res.status(401).end();
  let event;
  try {
    event = verified(req.body, `t=${req.get('X-StatusPulse-Timestamp')},v1=${req.get('X-StatusPulse-Signature')}`);
  } catch (error) {
    return res.status(400).send(`Webhook Error: ${error.message}`);
  }
  if (guarded && (typeof event !== 'object' || event === null)) return res.status(422).end();
  processed.add(event.event_id);
  res.json({ received: true });
});

app.get('/effects/:id', (req, res) => res.json({ count: processed.has(req.params.id) ? 1 : 0 }));

app.listen(Number(process.argv[2]), '127.0.0.1');
