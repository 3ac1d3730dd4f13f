"""A receiver of StatusPulse webhooks with the standard library alone.

usage: STATUSPULSE_SECRET=… python3 server.py [PORT]
"""
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import event
from httpbody import BadFraming, read_body
from webhook import Webhook

MOST_BYTES = 1 << 20


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'  # 1.0 closes the connection after each delivery.
    disable_nagle_algorithm = True  # Else each answer waits some 40 ms for the client's delayed acknowledgement.
    timeout = 30  # Else half a request holds its thread for ever.

    def do_POST(self):
        try:
            # Read whatever the path is: what is left of it would be taken for the next request.
            # The sender is anybody so far, hence the limit.
            body = read_body(self.headers, self.rfile, MOST_BYTES)
        except BadFraming as bad:
            self.close_connection = True
            return self.answer(bad.status)
        # Lines that are no header end the headers in silence, and hide those that follow.
        if self.headers.defects:
            self.close_connection = True
            return self.answer(400)
        if urlsplit(self.path).path != '/webhook/statuspulse':
            return self.other(body)
        if self.headers.get_content_type() != 'application/json' or 'Content-Type' not in self.headers:
            return self.answer(415)
        get_all = self.headers.get_all
        try:
            status = self.server.webhook.receive(
                get_all('X-StatusPulse-Timestamp', []), get_all('X-StatusPulse-Signature', []), body)
        except Exception as error:  # Else the thread ends without an answer. 500 asks for another attempt.
            self.log_error('the work failed: %r', error)
            status = 500
        self.answer(status)

    def refuse(self):
        # Its body is not read, so what follows it is not known.
        self.close_connection = True
        is_ours = urlsplit(self.path).path == '/webhook/statuspulse'
        self.answer(405 if is_ours else 404, {'Allow': 'POST'} if is_ours else {})

    # http.server answers methods that it finds no do_… for with 501.
    do_GET = do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = refuse

    def other(self, body):
        self.answer(404)

    def answer(self, status, headers=()):
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header('Connection', 'close')
        self.send_header('Content-Length', '0')
        self.end_headers()

    def log_request(self, code='-', size='-'):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128  # 5 by default: connections beyond it wait for a second and more.

    def __init__(self, port, webhook, handler=Handler):
        super().__init__(('127.0.0.1', port), handler)  # A proxy in front has to speak TLS.
        self.webhook = webhook


class Board:
    """What this service does with events: it keeps the latest status of each check."""

    def __init__(self):
        self._latest = {}
        self._lock = threading.Lock()

    def apply(self, came):
        """Short, so that the answer is fast: the provider takes more than 10 s for a failure. Queue what takes longer."""
        with self._lock:
            known = self._latest.get(came['check_id'])
            # By the event's own time: a retry may arrive after what happened later, and would turn the clock back.
            if known is None or event.happened(came) > event.happened(known):
                self._latest[came['check_id']] = came

    def status(self, check_id):
        return self._latest.get(check_id, {}).get('current_status')


def secrets_from(environment):
    """The secret in force and, while a rotation's overlap lasts, the one before it."""
    current, previous = environment.get('STATUSPULSE_SECRET'), environment.get('STATUSPULSE_PREVIOUS_SECRET')
    # Missing or empty must stop the service now: anybody can sign with an empty key.
    if not current or previous == '':
        raise SystemExit('STATUSPULSE_SECRET is missing, or a secret is empty')
    return [current] if previous is None else [current, previous]


def port_from(arguments, environment):
    return int(arguments[0] if arguments else environment.get('PORT', '8080'))


if __name__ == '__main__':
    secrets = secrets_from(os.environ)
    Server(port_from(sys.argv[1:], os.environ), Webhook(lambda: secrets, Board().apply)).serve_forever()
