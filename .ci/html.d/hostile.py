#!/usr/bin/env python3
"""A receiver that answers 200 to everything, with all that could do harm to whoever reads of it."""
import http.server

BODY = ('<script>window.ran = 1; alert(1)</script><img src="https://example.invalid/x" onerror="window.ran = 1">'
        '</script></style></pre></details><svg onload="window.ran = 1"><a href="javascript:window.ran = 1">here</a>'
        '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe><meta http-equiv="refresh" content="0; url=https://example.invalid/">'
        '\x1b[2J\x1b]0;owned\x07 \x00 \u202egnp.exe \u2066 \ufeff \U0001f600 ]]> &lt;b&gt; $unsafe{1} ${7*7}').encode()


class Hostile(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self):
        try:
            self.rfile.read(int(self.headers.get('Content-Length', 0)))
        except ValueError:
            pass
        self.send_response(200, '<script>window.ran = 1</script>')
        self.send_header('Content-Type', 'text/html')
        self.send_header('X-Answer', '"><img src=x onerror="window.ran = 1">')
        self.send_header('Content-Length', str(len(BODY)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(BODY)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = answer

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Hostile)
print(f'http://127.0.0.1:{server.server_address[1]}/webhook/statuspulse', flush=True)
server.serve_forever()
