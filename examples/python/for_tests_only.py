"""Instead of server.py, where the whole suite is to run: lets it look inside, rotate, and make events fail. It asks nobody who
they are, so nothing of it belongs into a service.

usage: STATUSPULSE_SECRET=… python3 for_tests_only.py [PORT]
"""
import collections
import json
import os
import sys

import server
from httpbody import read_body
from webhook import Webhook

board, effects, failing, secrets = server.Board(), collections.Counter(), set(), server.secrets_from(os.environ)


def work(event):
    if event['event_id'] in failing:
        failing.remove(event['event_id'])
        raise RuntimeError('told to fail')
    board.apply(event)
    effects[event['event_id']] += 1


class Handler(server.Handler):
    def do_GET(self):
        _, kind, name, *_ = f'{self.path}//'.split('/')
        if kind == 'effects':
            self.say({'count': effects[name]})
        elif kind == 'state' and board.status(name):
            self.say({'status': board.status(name)})
        else:
            self.refuse()

    def do_PUT(self):
        global secrets
        _, kind, name, *_ = f'{self.path}//'.split('/')
        if kind not in ('failures', 'secrets'):
            return self.refuse()
        body = read_body(self.headers, self.rfile, server.MOST_BYTES)
        if kind == 'failures':
            failing.add(name)
        else:
            given = json.loads(body)
            names = {'current': 'STATUSPULSE_SECRET', 'previous': 'STATUSPULSE_PREVIOUS_SECRET'}
            secrets = server.secrets_from({names[k]: v for k, v in given.items() if v is not None})
        self.answer(204)

    def say(self, value):
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)


if __name__ == '__main__':
    webhook = Webhook(lambda: secrets, work)
    server.Server(server.port_from(sys.argv[1:], os.environ), webhook, Handler).serve_forever()
