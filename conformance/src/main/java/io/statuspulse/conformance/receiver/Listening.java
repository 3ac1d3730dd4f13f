package io.statuspulse.conformance.receiver;

/** A server that has begun to listen. */
interface Listening extends AutoCloseable {

    int port();

    /** Stops listening and closes every connection; closing again does nothing. */
    @Override
    void close();
}
