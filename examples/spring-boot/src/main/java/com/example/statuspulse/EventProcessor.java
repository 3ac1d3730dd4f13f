package com.example.statuspulse;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Processes each event once. */
@Service
class EventProcessor {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Work work;

    EventProcessor(JdbcClient database, TransactionTemplate transaction, Work work) {
        this.database = database;
        this.transaction = transaction;
        this.work = work;
    }

    /** What an event asks for, in the transaction that remembers the event. */
    interface Work {
        void on(Event event);
    }

    void process(Event event) {
        transaction.executeWithoutResult(status -> {
            // Written before the work and in its transaction: of copies that arrive together the key lets one through and has
            // the others wait for its end, and an event whose work fails is forgotten with it, so that the next attempt counts.
            // To select first and insert later would let both through.
            if (isNew(event)) {
                work.on(event);
            }
        });
    }

    private boolean isNew(Event event) {
        try {
            database.sql("INSERT INTO processed_event VALUES (?)").param(event.eventId()).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
