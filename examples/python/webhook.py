"""Tells genuine deliveries from others; processes each event once. Where a simpler version goes wrong, the line says why."""
import hashlib
import hmac
import re
import threading
import time

import event

TOLERANCE_SECONDS = 300


def is_signed(timestamps, signatures, body, secrets, now=time.time):
    """Takes all values of both headers, and the body's bytes."""
    # Exactly one of each: headers.get() takes the first of two, which somebody else may have put there.
    if len(timestamps) != 1 or len(signatures) != 1:
        return False
    timestamp, signature = timestamps[0].strip(' \t'), signatures[0].strip(' \t')
    # As text, before they are decoded: int() takes '+1', '1_0' and other scripts' digits, as \d does; $ takes a line feed at
    # the end, and compare_digest raises on text that is not ASCII.
    if not re.fullmatch('[0-9]{1,11}', timestamp) or not re.fullmatch('[0-9a-f]{64}', signature):
        return False
    # Both sides: one that lies ahead could be replayed until its time comes.
    if abs(int(now()) - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    # The header's own text, not the number; the bytes as they came, not JSON written again.
    signed = timestamp.encode('ascii') + b'.' + body
    # The whole secret is the key: whsec_ included, no base64. A list, not a generator, so that any() compares with all of
    # them: which secret it was does not show in the time it takes.
    return any([hmac.compare_digest(hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest(), signature)
                for secret in secrets])


class Webhook:
    """`secrets()` returns those in force: one or, during a rotation, two. `work(event)` does what an event asks for."""

    def __init__(self, secrets, work):
        self.secrets, self._work = secrets, work
        # In production a table with event_id as its key, written in the transaction of the work itself: memory ends with the
        # process, and grows until then.
        self._processed, self._lock = set(), threading.Lock()

    def receive(self, timestamps, signatures, body):
        """Returns the status to answer; what `work` raises is raised, and to be answered with a 5xx."""
        # Verified before anything is parsed or remembered. One answer for every cause: it helps nobody who guesses.
        if not is_signed(timestamps, signatures, body, self.secrets()):
            return 401
        try:
            parsed = event.parse(body)
        except event.NotAnEvent:
            return 422  # What does not parse today will not tomorrow, and a 5xx is retried for hours.
        # Looked up, done and remembered under one lock: copies that arrive together wait for the one that does the work.
        with self._lock:
            if parsed['event_id'] not in self._processed:
                self._work(parsed)
                # Only now: remembered before, an event that failed would count as a duplicate when it comes again.
                self._processed.add(parsed['event_id'])
        return 200
