// usage: STATUSPULSE_SECRET=… node server.js [PORT]
import { createApp, listen, secretsFrom } from './app.js';
import { Board } from './board.js';

const secrets = secretsFrom(process.env);
const board = new Board();

listen(createApp(() => secrets, (event) => board.apply(event)), Number(process.argv[2] ?? process.env.PORT ?? 8080));
