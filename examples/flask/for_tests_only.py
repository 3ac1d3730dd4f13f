"""Instead of app.py, where the whole suite is to run: lets it look inside, rotate, and make events fail, whichever process
answers. It asks nobody who they are, so nothing of it belongs into a service.

usage: STATUSPULSE_SECRET=… gunicorn --threads 8 'for_tests_only:create_app()', or python3 for_tests_only.py [PORT]
"""
import json
import os

from flask import abort, request

import app as service
from board import Board

TABLES = '''
CREATE TABLE IF NOT EXISTS effects (event_id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS failing (event_id TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS secrets (list TEXT NOT NULL);
'''


class TestBoard(Board):
    def __init__(self, path):
        super().__init__(path)
        with self.transaction() as db:
            for table in filter(str.strip, TABLES.split(';')):
                db.execute(table)
            if not db.execute('SELECT * FROM secrets').fetchone():
                db.execute('INSERT INTO secrets VALUES (?)', [json.dumps(service.secrets_from(os.environ))])

    def process(self, came):
        if self.take_failure(came):
            raise RuntimeError('told to fail')
        super().process(came)

    def take_failure(self, came):
        if not self.row('SELECT 1 FROM failing WHERE event_id = ?', came['event_id']):
            return False
        with self.transaction() as db:
            return db.execute('DELETE FROM failing WHERE event_id = ?', [came['event_id']]).rowcount > 0

    def work(self, db, came):
        super().work(db, came)
        db.execute('INSERT INTO effects VALUES (?)', [came['event_id']])

    def secrets(self):
        return json.loads(self.row('SELECT list FROM secrets')[0])


def create_app():
    board = TestBoard(os.environ.get('STATUSPULSE_DATABASE', 'statuspulse-tests.db'))
    app = service.create_app(board.secrets, board.process)

    @app.get('/effects/<event_id>')
    def effects(event_id):
        return {'count': board.row('SELECT count(*) FROM effects WHERE event_id = ?', event_id)[0]}

    @app.get('/state/<check_id>')
    def state(check_id):
        status = board.status(check_id)
        return {'status': status} if status else abort(404)

    @app.put('/failures/<event_id>')
    def fail(event_id):
        with board.transaction() as db:
            db.execute('INSERT OR IGNORE INTO failing VALUES (?)', [event_id])
        return '', 204

    @app.put('/secrets')
    def rotate():
        given = request.get_json()
        names = {'current': 'STATUSPULSE_SECRET', 'previous': 'STATUSPULSE_PREVIOUS_SECRET'}
        secrets = service.secrets_from({names[k]: v for k, v in given.items() if v is not None})
        with board.transaction() as db:
            db.execute('UPDATE secrets SET list = ?', [json.dumps(secrets)])
        return '', 204

    return app


if __name__ == '__main__':
    service.run(create_app())
