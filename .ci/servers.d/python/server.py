"""Runs the webhook on 127.0.0.1, and lets the suite look inside it. usage: server.py PORT, or gunicorn server:app."""
import os
import sys
import threading

from flask import abort, request

import webhook as w


class Inside:
    """For the suite only: nothing of this belongs into a service."""

    def __init__(self):
        self.lock = threading.Lock()
        self.effects, self.newest, self.failing = {}, {}, set()

    def work(self, event):
        with self.lock:
            if event['event_id'] in self.failing:
                self.failing.remove(event['event_id'])
                raise RuntimeError('told to fail')
            self.effects[event['event_id']] = self.effects.get(event['event_id'], 0) + 1
            # The newest is what happened last, which need not be what came last.
            known = self.newest.get(event['check_id'])
            if known is None or w.instant(event['timestamp']) > w.instant(known['timestamp']):
                self.newest[event['check_id']] = event


def secrets(current, previous):
    return [current] if previous is None else [current, previous]


inside = Inside()
webhook = w.Webhook(
    secrets(os.environ.get('STATUSPULSE_SECRET'), os.environ.get('STATUSPULSE_PREVIOUS_SECRET')), inside.work)
app = w.application(webhook)


@app.get('/effects/<event_id>')
def effects(event_id):
    return {'count': inside.effects.get(event_id, 0)}


@app.get('/state/<check_id>')
def state(check_id):
    return {'status': inside.newest[check_id]['current_status']} if check_id in inside.newest else abort(404)


@app.put('/failures/<event_id>')
def fail(event_id):
    with inside.lock:
        inside.failing.add(event_id)
    return '', 204


@app.put('/secrets')
def rotate():
    given = request.get_json()
    webhook.rotate(secrets(given['current'], given.get('previous')))
    return '', 204


if __name__ == '__main__':
    app.run('127.0.0.1', int(sys.argv[1]), threaded=True)
