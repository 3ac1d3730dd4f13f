"""A StatusPulse receiver as a Flask blueprint. Where a simpler version goes wrong, the line says why."""
import hashlib
import hmac
import re
import time

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException

import event

MOST_BYTES = 1 << 20
TOLERANCE_SECONDS = 300


def statuspulse(secrets, process):
    """`secrets()` returns those in force: one or, during a rotation, two. `process(event)` does what it asks for, once."""
    blueprint = Blueprint('statuspulse', __name__)

    # Without provide_automatic_options=False Flask answers OPTIONS with 200.
    @blueprint.post('/webhook/statuspulse', provide_automatic_options=False)
    def receive():
        if request.mimetype != 'application/json':  # Without parameters, and in lower case.
            return Response(status=415)
        # The sender is anybody so far, hence the limit. MAX_CONTENT_LENGTH leaves chunked bodies unbounded before Werkzeug 2.3.
        if (request.content_length or 0) > MOST_BYTES:
            return Response(status=413)
        try:
            # Bytes: request.json written again has another signature, and request.get_data() has no limit.
            body = request.stream.read(MOST_BYTES + 1)
        except HTTPException:
            raise
        except Exception:  # It broke off or its chunks are malformed: each server raises something else, and Flask answers 500.
            return Response(status=400)
        if len(body) > MOST_BYTES:
            return Response(status=413)
        # Verified before anything is parsed or remembered. One answer for every cause: it helps nobody who guesses.
        if not is_signed(request.headers, body, secrets()):
            return Response(status=401)
        try:
            parsed = event.parse(body)
        except event.NotAnEvent:
            return Response(status=422)  # What does not parse today will not tomorrow, and a 5xx is retried for hours.
        process(parsed)  # What it raises Flask logs and answers with 500, which asks for another attempt.
        return Response(status=200)

    return blueprint


def is_signed(headers, body, secrets):
    # WSGI joins headers of one name by a comma, which neither pattern takes: exactly one of each. It also leaves the white
    # space around a value that is no part of it (RFC 9110 section 5.5).
    timestamp = headers.get('X-StatusPulse-Timestamp', '').strip(' \t')
    signature = headers.get('X-StatusPulse-Signature', '').strip(' \t')
    # As text, before they are decoded: int() takes '+1', '1_0' and other scripts' digits, as \d does; $ takes a line feed at
    # the end, and compare_digest raises on text that is not ASCII.
    if not re.fullmatch('[0-9]{1,11}', timestamp) or not re.fullmatch('[0-9a-f]{64}', signature):
        return False
    # Both sides: one that lies ahead could be replayed until its time comes.
    if abs(int(time.time()) - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    signed = timestamp.encode('ascii') + b'.' + body  # The header's own text, not the number.
    # The whole secret is the key: whsec_ included, no base64. A list, not a generator, so that any() compares with all of
    # them: which secret it was does not show in the time it takes.
    return any([hmac.compare_digest(hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest(), signature)
                for secret in secrets])
