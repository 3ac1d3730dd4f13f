// What server.js and for-tests-only.js have in common.
import http from 'node:http';
import express from 'express';
import { statuspulse } from './webhook.js';

/** The secret in force and, while a rotation's overlap lasts, the one before it. */
export function secretsFrom({ STATUSPULSE_SECRET: current, STATUSPULSE_PREVIOUS_SECRET: previous }) {
  // Missing or empty must stop the service now: anybody can sign with an empty key.
  if (!current || previous === '') throw new Error('STATUSPULSE_SECRET is missing, or a secret is empty');
  return previous === undefined ? [current] : [current, previous];
}

export function createApp(secrets, work) {
  const app = express();
  app.disable('x-powered-by');
  // Before any app.use(express.json()): whatever reads the body first is the only one that gets its bytes.
  app.use('/webhook/statuspulse', statuspulse(secrets, work));
  return app;
}

/** On loopback; a proxy in front has to speak TLS. */
export function listen(app, port) {
  // Else slow clients hold their connections for minutes; without the interval Node looks for them every 30 s only.
  const limits = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };
  const server = http.createServer(limits, app);
  server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/webhook/statuspulse`));
}
