package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.delivery.Delivery;

/** Sends one delivery over one connection and reads what comes back. */
final class Attempt {
    private final Wire wire;
    private final PhaseTimes times;
    private final AnswerReader reader;
    private final RequestWriter writer;

    Attempt(Wire wire, Delivery delivery, Deadlines deadlines, Watchdog watchdog, Pace pace, PhaseTimes times) {
        this.wire = wire;
        this.times = times;
        this.reader = new AnswerReader(wire, delivery, deadlines.answer(), watchdog);
        this.writer = new RequestWriter(wire, delivery, deadlines.write(), watchdog, pace, reader);
    }

    /**
     * Runs it.
     *
     * @param kept whether the connection is to be used again if it can be
     */
    Outcome run(boolean kept) {
        wire.in().newExchange();
        long begun = System.nanoTime();
        RequestWriter.End end;
        try {
            end = writer.write();
        } catch (ExchangeException e) {
            return Outcome.failed(e.failure(), wire.in().count() == 0);
        } finally {
            times.written(begun);
        }
        long written = System.nanoTime();
        try {
            Outcome outcome = reader.read(kept && end == RequestWriter.End.WHOLE);
            boolean cutOff = end == RequestWriter.End.BROKEN && outcome.lostToIdleClose();
            return cutOff ? Outcome.failed(writer.brokenOff(), true) : outcome;
        } finally {
            times.answered(written, wire.in().anyByte(), wire.in().firstByteAt());
        }
    }
}
