"""A StatusPulse receiver for Flask, on werkzeug or gunicorn. What a simpler version gets wrong is said at its line."""
import hashlib
import hmac
import json
import re
import threading
import time
from datetime import datetime

from flask import Flask, request

MOST_BYTES = 1 << 20
TOLERANCE_SECONDS = 300


class Webhook:
    """Handles the requests to one endpoint; `work` does what an event asks for."""

    def __init__(self, secrets, work):
        self.work = work
        self.rotate(secrets)
        # In production a table with event_id as its key, written in the transaction of the work: another worker process
        # has another memory.
        self._processed = set()
        self._lock = threading.Lock()

    def rotate(self, secrets):
        """Takes the secret in force and, while a rotation's overlap lasts, the one before it."""
        # A missing secret must stop the service now: an empty key verifies whatever an attacker signs with it.
        if not secrets or not all(secrets):
            raise ValueError('a webhook secret is missing or empty')
        self._keys = [secret.encode() for secret in secrets]

    def handle(self):
        """Returns the status to answer."""
        if request.mimetype != 'application/json':  # Without parameters, and in lower case.
            return 415
        if (request.content_length or 0) > MOST_BYTES:
            return 413
        try:
            # Unsigned so far: anybody's, of any size. MAX_CONTENT_LENGTH did not bound chunked bodies before Werkzeug 2.3.
            body = request.stream.read(MOST_BYTES + 1)
        except Exception:  # Where chunks are malformed each server raises another one, and Flask would answer 500.
            return 400
        if len(body) > MOST_BYTES:
            return 413
        # Verified before it is parsed or remembered; one answer for every cause, so that it helps nobody who guesses.
        if not self._signed(body):
            return 401
        try:
            # json.loads(body) would guess UTF-16 and -32 from bytes. It raises on a BOM in text, and on a nesting too deep.
            event = json.loads(body.decode('utf-8'), parse_constant=_refuse)
        except (ValueError, RecursionError):
            return 400
        if not is_event(event):
            return 422  # A 5xx would be retried for hours.
        return self._once(event)

    def _signed(self, body):
        # WSGI joins headers of the same name by a comma, which neither pattern takes: exactly one of each. It also leaves
        # white space around values, which is no part of them (RFC 9110 section 5.5).
        timestamp = request.headers.get('X-StatusPulse-Timestamp', '').strip(' \t')
        signature = request.headers.get('X-StatusPulse-Signature', '').strip(' \t')
        # As text, before it is a number: int() takes '+1', '1_0', ' 1 ' and other scripts' digits, as \d does, and $ takes
        # a line feed.
        if not re.fullmatch('[0-9]{1,11}', timestamp) or not re.fullmatch('[0-9a-f]{64}', signature):
            return False
        # Both sides: one that lies ahead could be replayed until its time comes.
        if abs(int(time.time()) - int(timestamp)) > TOLERANCE_SECONDS:
            return False
        signed = False
        for key in self._keys:
            # The header's own text, not the number it stands for, and the bytes as they came, not JSON written again.
            expected = hmac.new(key, timestamp.encode() + b'.' + body, hashlib.sha256).hexdigest()
            # Raises where text is not ASCII, hence the pattern. |= goes on, so that time does not tell which key it was.
            signed |= hmac.compare_digest(expected, signature)
        return signed

    def _once(self, event):
        # Asked and remembered under one lock: of copies that arrive together one does the work.
        with self._lock:
            if event['event_id'] not in self._processed:
                try:
                    self.work(event)
                except Exception:
                    return 503  # Not remembered: else the next attempt would count as a duplicate.
                self._processed.add(event['event_id'])
        return 200


def _refuse(word):
    raise ValueError(word + ' is not JSON')  # Python takes NaN and Infinity.


def _matches(pattern):
    return lambda v: isinstance(v, str) and re.fullmatch(pattern, v) is not None


def _integer(least, most=float('inf')):
    # True is an int to Python, and 1420.0 an integer to JSON.
    return lambda v: type(v) in (int, float) and v == v // 1 and least <= v <= most


def _or_none(rule):
    return lambda v: v is None or rule(v)


def instant(v):
    """Returns when it was, or None. How old an event is, is no reason to refuse it: it may be a retry."""
    if not _matches(r'[0-9-]{10}T[0-9:]{8}(\.[0-9]+)?(Z|[+-][0-9:]{5})')(v):
        return None
    try:
        # Digits beyond microseconds are cut off, and Z is spelt out, for Pythons before 3.11.
        return datetime.fromisoformat(re.sub(r'(\.[0-9]{6})[0-9]+', r'\1', v).replace('Z', '+00:00'))
    except ValueError:
        return None


_TEXT = _matches(r'(?s).+')
_FIELDS = {
    'event_id': _matches('evt_[0-9a-f]{12}'),
    'timestamp': lambda v: instant(v) is not None,
    'event_type': _TEXT,  # Any text: tomorrow's types and statuses are to be taken too, and so are other fields.
    'check_id': _matches('chk_[a-z0-9_]+'),
    'endpoint': _matches('(?i:https?)://[^/?#](?s:.*)'),
    'previous_status': _TEXT,
    'current_status': _TEXT,
    'response_time_ms': _or_none(_integer(0)),  # No probe response, no time; no error, no code.
    'region': _TEXT,
    'error_code': _or_none(_integer(100, 599)),
    'retry_count': _integer(0),
}


def is_event(value):
    return isinstance(value, dict) and all(name in value and rule(value[name]) for name, rule in _FIELDS.items())


def application(webhook):
    app = Flask(__name__)

    # Else Flask answers OPTIONS with 200.
    @app.route('/webhook/statuspulse', methods=['POST'], provide_automatic_options=False)
    def receive():
        return {}, webhook.handle()

    return app
