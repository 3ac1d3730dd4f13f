"""Tells how often an event was processed: once where a file has its name. usage: effects.py PORT, the folder in EVENTS"""
import http.server
import os
import sys


class Effects(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        count = b'1' if os.path.exists(os.path.join(os.environ['EVENTS'], os.path.basename(self.path))) else b'0'
        self.send_response(200)
        self.send_header('Content-Length', '1')
        self.end_headers()
        self.wfile.write(count)

    def log_request(self, code='-', size='-'):
        pass


http.server.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), Effects).serve_forever()
