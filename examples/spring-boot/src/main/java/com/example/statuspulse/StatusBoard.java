package com.example.statuspulse;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this service does with events: it keeps the statuses of each check. */
@Repository
class StatusBoard implements EventProcessor.Work {
    private final JdbcClient database;

    StatusBoard(JdbcClient database) {
        this.database = database;
    }

    /** Short, so that the answer is fast: the provider takes more than 10 s for a failure. Queue what takes longer. */
    @Override
    public void on(Event event) {
        // Rows are only added. To update the one row of a check, or insert it, is two steps even as MERGE: two first events of
        // a check that come together would both insert, and one of them fail.
        database.sql("INSERT INTO check_history (event_id, check_id, happened, status) VALUES (?, ?, ?, ?)")
                .params(event.eventId(), event.checkId(), event.timestamp(), event.currentStatus())
                .update();
    }

    /** By the events' own time: a retry may arrive after what happened later, and would turn the clock back. */
    Optional<String> status(String checkId) {
        return database.sql("SELECT status FROM check_history WHERE check_id = ? ORDER BY happened DESC LIMIT 1")
                .param(checkId)
                .query(String.class)
                .optional();
    }

    /** How often an event was worked on: no key of this table keeps one from being recorded twice. */
    int timesRecorded(String eventId) {
        return database.sql("SELECT COUNT(*) FROM check_history WHERE event_id = ?")
                .param(eventId)
                .query(Integer.class)
                .single();
    }
}
