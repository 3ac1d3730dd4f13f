"""The Python example with its work in a queue: it answers first, and is seconds behind when a run has sent everything.

usage: STATUSPULSE_SECRET=... python3 queued.py PORT right|forgets

`forgets` keeps no memory of event ids, so that what is wrong shows only once the queue is worked off.
"""
import pathlib, queue, sys, threading, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / 'examples/python'))
import for_tests_only
import server
from webhook import Webhook

WORK_SECONDS = 0.01
events = queue.Queue()


def work_off():
    while True:
        event = events.get()
        time.sleep(WORK_SECONDS)
        for_tests_only.work(event)


class Forgets(set):
    def add(self, _):
        pass


webhook = Webhook(lambda: for_tests_only.secrets, events.put)
if sys.argv[2] == 'forgets':
    webhook._processed = Forgets()
threading.Thread(target=work_off, daemon=True).start()
server.Server(int(sys.argv[1]), webhook, for_tests_only.Handler).serve_forever()
