package io.statuspulse.simulator.wire;

import java.util.Locale;

/**
 * Why an exchange has no complete answer.
 *
 * @param kind what went wrong
 * @param words one sentence for people: the thing, the value, the bound
 */
public record Failure(Kind kind, String words) {

    /** What can go wrong, in the order of the phases. */
    public enum Kind {
        UNKNOWN_HOST,
        CONNECTION_REFUSED,
        CONNECT_TIMEOUT,
        CONNECT_FAILED,
        TLS_FAILED,
        TLS_TIMEOUT,
        /** The receiver did not take the request's bytes in time. */
        WRITE_TIMEOUT,
        /** Nothing, or not the whole head or body of the answer, came in time. */
        ANSWER_TIMEOUT,
        /** The connection was closed in order before a byte of the answer came. */
        CLOSED_WITHOUT_ANSWER,
        /** The connection was reset before the answer was whole. */
        RESET,
        /** What came is not an HTTP answer, or the connection ended in its middle. */
        MALFORMED_ANSWER,
        /** The answer is larger than the bound on what is read. */
        ANSWER_TOO_LARGE,
        /**
         * This side waited for no answer: the delivery closes the connection itself, the sending thread was
         * interrupted, or the transport was closed.
         */
        NOT_AWAITED;

        /** The kind in kebab-case, as reports name it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String toString() {
        return kind.label() + ": " + words;
    }
}
