"""Reads a verified body: strict about what the contract fixes, open to fields, types and statuses of tomorrow."""
import json
import re
from datetime import datetime


class NotAnEvent(ValueError):
    pass


def parse(body):
    try:
        # json.loads(body) would guess UTF-16 and UTF-32 from bytes. RecursionError: a nesting too deep is no ValueError.
        value = json.loads(body.decode('utf-8'), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise NotAnEvent('no JSON') from error
    wrong = [] if isinstance(value, dict) else ['the body']
    wrong = wrong or [name for name, rule in FIELDS.items() if name not in value or not rule(value[name])]
    if wrong:
        raise NotAnEvent(', '.join(wrong))
    return value


def happened(event):
    return datetime.fromisoformat(_for_python(event['timestamp']))


def _refuse(word):
    raise ValueError(f'{word} is no JSON')  # Python takes NaN and Infinity.


def _like(pattern):
    return lambda v: isinstance(v, str) and re.fullmatch(pattern, v) is not None


def _integer(least, most=float('inf')):
    # True is an int to Python, and 1420.0 an integer to JSON.
    return lambda v: type(v) in (int, float) and v == v // 1 and least <= v <= most


def _nullable(rule):
    return lambda v: v is None or rule(v)


def _for_python(timestamp):
    # Before 3.11 fromisoformat takes neither Z nor any number of decimals.
    return re.sub(r'\.[0-9]+', lambda m: m[0][:7].ljust(7, '0'), timestamp.upper()).replace('Z', '+00:00')


def _is_time(v):
    # Old is no reason to refuse it: it may be a retry.
    if not _like(r'(?i)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})')(v):
        return False
    try:
        return datetime.fromisoformat(_for_python(v)) is not None
    except ValueError:
        return False  # The 30th of February.


_TEXT = _like('(?s).+')
FIELDS = {
    'event_id': _like('evt_[0-9a-f]{12}'),
    'timestamp': _is_time,
    'event_type': _TEXT,  # Any: an enumeration would refuse the provider's next release.
    'check_id': _like('chk_[a-z0-9_]+'),
    'endpoint': _like('(?is)https?://[^/?#].*'),
    'previous_status': _TEXT,
    'current_status': _TEXT,
    'response_time_ms': _nullable(_integer(0)),  # No answer, no time; no error, no code.
    'region': _TEXT,
    'error_code': _nullable(_integer(100, 599)),
    'retry_count': _integer(0),
}
