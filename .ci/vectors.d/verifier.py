"""A plain verifier, written from the contract alone, to judge the vectors with Python's hmac."""
import hashlib
import hmac
import re

SIGNATURE, TIMESTAMP = 'x-statuspulse-signature', 'x-statuspulse-timestamp'
SPACE = ' \t\r\n\v\f'


def mac(secret, content):
    return hmac.new(secret.encode(), content, hashlib.sha256).hexdigest()


def reason(secrets, tolerance, now, headers, body, policies=(), mac=mac):
    """Why the request is to be rejected, or None. headers are (name, value) with one character for each byte."""
    def only(name, missing, repeated):
        values = [value for key, value in headers if key.lower() == name]
        if 'MaySurroundingSpace' in policies:
            values = [value.strip(SPACE) for value in values]
        if 'MayRepeatHeader' in policies and len(set(values)) == 1:
            values = values[:1]
        return (values[0], None) if len(values) == 1 else (None, repeated if values else missing)

    timestamp, problem = only(TIMESTAMP, 'timestamp-missing', 'timestamp-repeated')
    if problem:
        return problem
    seconds = '[0-9]{1,18}' if 'MayLeadingZeros' in policies else '(?:0|[1-9][0-9]{0,17})'
    plus = r'\+?' if 'MayPlusSign' in policies else ''
    if not re.fullmatch(plus + seconds, timestamp, re.ASCII):
        return 'timestamp-malformed'
    off = int(timestamp) - now
    if abs(off) > tolerance or (abs(off) == tolerance and 'MayToleranceEdge' not in policies):
        return 'timestamp-too-old' if off < 0 else 'timestamp-too-new'

    signature, problem = only(SIGNATURE, 'signature-missing', 'signature-repeated')
    if problem:
        return problem
    if 'MayUpperCase' in policies and signature.isascii():
        signature = signature.lower()
    if not re.fullmatch('[0-9a-f]{64}', signature, re.ASCII):
        return 'signature-malformed'
    content = timestamp.encode('latin-1') + b'.' + body
    holds = [hmac.compare_digest(mac(secret, content), signature) for secret in secrets]
    return None if any(holds) else 'signature-mismatch'


def verify(secrets, tolerance, now, headers, body):
    return reason(secrets, tolerance, now, headers, body) is None
