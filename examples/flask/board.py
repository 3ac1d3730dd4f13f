"""What this service does with events: it keeps the latest status of each check, in a database that its processes share."""
import contextlib
import sqlite3

import event

TABLES = '''
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS processed (event_id TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS checks (check_id TEXT PRIMARY KEY, status TEXT NOT NULL, happened REAL NOT NULL);
'''


class Board:
    def __init__(self, path):
        self._path = path
        with contextlib.closing(self._connect()) as db:
            db.executescript(TABLES)

    def process(self, came):
        """Short, so that the answer is fast: the provider takes more than 10 s for a failure. Queue what takes longer."""
        with self.transaction() as db:
            # In the transaction of the work itself: an event whose work fails is rolled back with it, and is no duplicate when
            # it comes again.
            if db.execute('INSERT OR IGNORE INTO processed VALUES (?)', [came['event_id']]).rowcount:
                self.work(db, came)

    def work(self, db, came):
        # By the event's own time: a retry may arrive after what happened later, and would turn the clock back.
        db.execute('''INSERT INTO checks VALUES (?, ?, ?) ON CONFLICT DO UPDATE
                      SET status = excluded.status, happened = excluded.happened WHERE excluded.happened > happened''',
                   [came['check_id'], came['current_status'], event.happened(came).timestamp()])

    def status(self, check_id):
        row = self.row('SELECT status FROM checks WHERE check_id = ?', check_id)
        return row and row[0]

    def row(self, query, *values):
        with contextlib.closing(self._connect()) as db:
            return db.execute(query, values).fetchone()

    @contextlib.contextmanager
    def transaction(self):
        with contextlib.closing(self._connect()) as db:
            # IMMEDIATE: copies that arrive together, in any process, wait here for the one that does the work. Were each to
            # look first and write later, both would find nothing.
            db.execute('BEGIN IMMEDIATE')
            try:
                yield db
                db.execute('COMMIT')
            except BaseException:
                db.execute('ROLLBACK')
                raise

    def _connect(self):
        return sqlite3.connect(self._path, timeout=8, isolation_level=None)  # Waits less than the provider does.
