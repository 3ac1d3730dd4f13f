package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.delivery.Delivery;
import java.time.Duration;
import java.util.Optional;

/** Sends deliveries and reads what comes back; what goes wrong on the way is data in the exchange, never thrown. */
public interface Transport extends AutoCloseable {

    /** Sends one delivery on a connection of its own. Blocks for at most the sum of the deadlines. */
    Exchange send(Target target, Delivery delivery);

    /** Opens a connection that is kept between deliveries. Nothing is connected before the first delivery. */
    Connection open(Target target);

    @Override
    void close();

    /** A connection that is reused where the receiver keeps it open; not for concurrent use. */
    interface Connection extends AutoCloseable {

        /**
         * Sends one delivery. Where the receiver closed the connection after the answer before (or while it was idle),
         * a new one is opened.
         */
        Exchange send(Delivery delivery);

        /**
         * Connects, and sends nothing.
         *
         * @return why no connection could be made; empty where it was
         */
        Optional<Failure> connect();

        /**
         * Returns whether the receiver has ended the connection since the last answer, waiting at most that long for it;
         * true where none is open.
         */
        boolean endedWithin(Duration atMost);

        /** Returns whether the last delivery went over the same connection as the one before it. */
        boolean reused();

        @Override
        void close();
    }
}
