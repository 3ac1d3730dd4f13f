package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.delivery.Delivery;
import java.net.InetAddress;
import java.time.Clock;

/**
 * Sends deliveries byte for byte over sockets, HTTP/1.1 and HTTPS, and reads the answers within bounds (contract
 * REQ-HTTP-1, REQ-HTTP-3, REQ-TLS-1; RFC 9112).
 *
 * <p>Every phase has its deadline, however the receiver stalls in it. Of an answer, 64 KiB of head and 1,000 header
 * lines, 20 interim answers and 1 MiB of body are read, and 64 KiB of the body are kept. A thread that is interrupted
 * while it sends gets a failure of the kind {@link Failure.Kind#NOT_AWAITED} and keeps its interrupt flag; so does,
 * without the flag, whoever is sending while another thread closes the transport. Safe for use by many threads.
 */
public final class SocketTransport implements Transport {
    private final Deadlines deadlines;
    private final Clock clock;
    private final Pace pace;
    private final OpenChannels channels = new OpenChannels();
    private final Watchdog watchdog = new Watchdog();
    private final Resolver resolver;
    private final Dialer dialer;

    SocketTransport(Deadlines deadlines, TlsSettings tls, Clock clock, Pace pace, Resolver.Lookup lookup) {
        this.deadlines = deadlines;
        this.clock = clock;
        this.pace = pace;
        this.resolver = new Resolver(lookup, channels);
        TlsLayer layer = new TlsLayer(tls, deadlines.connect(), watchdog, channels);
        this.dialer = new Dialer(deadlines.connect(), layer, resolver, watchdog, channels);
    }

    /** Makes a transport with {@link Deadlines#DEFAULT} that trusts the JDK's roots. */
    public static SocketTransport create() {
        return create(Deadlines.DEFAULT, TlsSettings.DEFAULT);
    }

    /**
     * Makes a transport that dates exchanges by the system's clock.
     *
     * @throws IllegalArgumentException if the CA file cannot be read or holds no certificates; the message names it
     */
    public static SocketTransport create(Deadlines deadlines, TlsSettings tls) {
        return create(deadlines, tls, Clock.systemUTC(), Pace.REAL);
    }

    /**
     * Makes a transport.
     *
     * @param deadlines for each phase of an exchange
     * @param tls whose certificates are trusted
     * @param clock dates the exchanges; deadlines and timings do not depend on it
     * @param pace how long the pauses of a delivery really take; {@link Pace#REAL} but in tests
     * @throws IllegalArgumentException if the CA file cannot be read or holds no certificates; the message names it
     */
    public static SocketTransport create(Deadlines deadlines, TlsSettings tls, Clock clock, Pace pace) {
        return new SocketTransport(deadlines, tls, clock, pace, InetAddress::getAllByName);
    }

    @Override
    public Exchange send(Target target, Delivery delivery) {
        try (Connection connection = connection(target, /* kept= */ false)) {
            return connection.send(delivery);
        }
    }

    @Override
    public Connection open(Target target) {
        return connection(target, /* kept= */ true);
    }

    private Connection connection(Target target, boolean kept) {
        return new SocketConnection(target, dialer, deadlines, watchdog, clock, pace, kept);
    }

    /** Closes the transport and every connection of it. */
    @Override
    public void close() {
        channels.close();
        watchdog.close();
        resolver.close();
    }
}
