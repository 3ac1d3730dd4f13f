"""The Python example with its work in a queue: it answers first, and is seconds behind when a run has sent everything.

usage: STATUSPULSE_SECRET=... python3 queued.py PORT right|forgets

`forgets` keeps no memory of event ids, so that what is wrong shows only once the queue is worked off.
"""
import collections, json, os, pathlib, queue, sys, threading, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / 'examples/python'))
import server
from webhook import Webhook

WORK_SECONDS = 0.01
board, effects, events = server.Board(), collections.Counter(), queue.Queue()


def work():
    while True:
        event = events.get()
        time.sleep(WORK_SECONDS)
        board.apply(event)
        effects[event['event_id']] += 1


class Forgets(set):
    def add(self, _):
        pass


class Handler(server.Handler):
    def do_GET(self):
        _, kind, name, *_ = f'{self.path}//'.split('/')
        if kind == 'effects':
            self.say({'count': effects[name]})
        elif kind == 'state' and board.status(name):
            self.say({'status': board.status(name)})
        else:
            self.refuse()

    def say(self, value):
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)


secrets = server.secrets_from(os.environ)
webhook = Webhook(lambda: secrets, events.put)
if sys.argv[2] == 'forgets':
    webhook._processed = Forgets()
threading.Thread(target=work, daemon=True).start()
server.Server(int(sys.argv[1]), webhook, Handler).serve_forever()
