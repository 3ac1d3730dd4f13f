"""Has a receiver of this folder rotate, or fail once. usage: hook.py URL, with the secrets in the environment to rotate"""
import json
import os
import sys
import urllib.request

body = b''
if 'STATUSPULSE_CURRENT_SECRET' in os.environ:
    # Empty: the overlap is over.
    secrets = {'current': os.environ['STATUSPULSE_CURRENT_SECRET'], 'previous': os.environ['STATUSPULSE_PREVIOUS_SECRET'] or None}
    body = json.dumps(secrets).encode()
request = urllib.request.Request(sys.argv[1], data=body, method='PUT', headers={'Content-Type': 'application/json'})
urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=5).close()
