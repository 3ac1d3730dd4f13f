// Instead of server.js, where the whole suite is to run: lets it look inside, rotate, and make events fail. It asks nobody who
// they are, so nothing of it belongs into a service.
import express from 'express';
import { createApp, listen, secretsFrom } from './app.js';
import { Board } from './board.js';

let secrets = secretsFrom(process.env);
const board = new Board();
const effects = new Map();
const failing = new Set();

const app = createApp(() => secrets, (event) => {
  if (failing.delete(event.event_id)) throw new Error('told to fail');
  board.apply(event);
  effects.set(event.event_id, (effects.get(event.event_id) ?? 0) + 1);
});

app.get('/effects/:id', (req, res) => res.json({ count: effects.get(req.params.id) ?? 0 }));
app.get('/state/:id', (req, res) => {
  const status = board.status(req.params.id);
  res.status(status ? 200 : 404).json({ status });
});
app.put('/failures/:id', (req, res) => {
  failing.add(req.params.id);
  res.sendStatus(204);
});
app.put('/secrets', express.json(), (req, res) => {
  const { current, previous } = req.body;
  secrets = secretsFrom({ STATUSPULSE_SECRET: current, STATUSPULSE_PREVIOUS_SECRET: previous ?? undefined });
  res.sendStatus(204);
});

listen(app, Number(process.argv[2] ?? process.env.PORT ?? 8080));
