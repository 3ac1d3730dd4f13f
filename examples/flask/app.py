"""The service. usage: STATUSPULSE_SECRET=… gunicorn --threads 8 'app:create_app()', or python3 app.py [PORT]"""
import os
import sys

from flask import Flask

from board import Board
from webhook import statuspulse


def secrets_from(environment):
    """The secret in force and, while a rotation's overlap lasts, the one before it."""
    current, previous = environment.get('STATUSPULSE_SECRET'), environment.get('STATUSPULSE_PREVIOUS_SECRET')
    # Missing or empty must stop the service now: anybody can sign with an empty key.
    if not current or previous == '':
        raise SystemExit('STATUSPULSE_SECRET is missing, or a secret is empty')
    return [current] if previous is None else [current, previous]


def create_app(secrets=None, process=None):
    app = Flask(__name__)
    if secrets is None:
        in_force = secrets_from(os.environ)
        secrets = lambda: in_force
    process = process or Board(os.environ.get('STATUSPULSE_DATABASE', 'statuspulse.db')).process
    app.register_blueprint(statuspulse(secrets, process))
    return app


def run(app):
    """On werkzeug's own server, which is for development. On loopback; a proxy in front has to speak TLS."""
    app.run('127.0.0.1', int(sys.argv[1] if len(sys.argv) > 1 else os.environ.get('PORT', '8080')), threaded=True)


if __name__ == '__main__':
    run(create_app())
