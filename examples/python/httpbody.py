"""Reads a request's body, which http.server leaves to its handlers, by RFC 9112 section 6: a doubt is an error."""
import re


class BadFraming(Exception):
    """To be answered with this status, and the connection closed: where the next request begins is not known."""

    def __init__(self, status):
        super().__init__(status)
        self.status = status


def read_body(headers, stream, most):
    codings, lengths = headers.get_all('Transfer-Encoding', []), headers.get_all('Content-Length', [])
    # Both, or two lengths: a proxy may have parted the requests elsewhere, and an attacker hides one inside another.
    if len(codings) + len(lengths) > 1:
        raise BadFraming(400)
    if codings:
        if codings[0].strip(' \t').lower() != 'chunked':
            raise BadFraming(501)
        return b''.join(_chunks(stream, most))
    if not lengths:
        return b''
    length = lengths[0].strip(' \t')
    if not re.fullmatch('[0-9]{1,18}', length):  # int() takes '+5', '5_0' and other scripts' digits.
        raise BadFraming(400)
    if int(length) > most:
        raise BadFraming(413)
    return _exactly(stream, int(length))


def _chunks(stream, most):
    size, total = None, 0
    while size != 0:
        found = re.fullmatch(rb'([0-9A-Fa-f]{1,8})[ \t]*(;[^\r\n]*)?\r\n', stream.readline(1000))
        if not found:  # int(…, 16) takes '0x5' and ' 5 '.
            raise BadFraming(400)
        size = int(found[1], 16)
        total += size
        if total > most:  # A chunked body tells no length before.
            raise BadFraming(413)
        if size:
            yield _exactly(stream, size)
            if stream.read(2) != b'\r\n':
                raise BadFraming(400)
    for _ in range(100):  # Trailers are dropped: a signature there came after what it signs was taken.
        if stream.readline(65_537) in (b'\r\n', b''):
            return
    raise BadFraming(431)


def _exactly(stream, length):
    data = stream.read(length)
    if len(data) < length:
        raise BadFraming(400)  # It broke off.
    return data
