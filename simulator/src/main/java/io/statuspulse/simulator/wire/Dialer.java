package io.statuspulse.simulator.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Makes connections: the name, the address, TCP, TLS. */
final class Dialer {
    private final Duration deadline;
    private final TlsLayer tls;
    private final Resolver resolver;
    private final Watchdog watchdog;
    private final OpenChannels channels;

    /**
     * @param deadline for name and TCP together, and once more for TLS
     */
    Dialer(Duration deadline, TlsLayer tls, Resolver resolver, Watchdog watchdog, OpenChannels channels) {
        this.deadline = deadline;
        this.tls = tls;
        this.resolver = resolver;
        this.watchdog = watchdog;
        this.channels = channels;
    }

    Wire dial(Target target, PhaseTimes times) throws ExchangeException {
        SocketChannel channel = connect(target, times);
        try {
            return target.secure()
                    ? tls.over(channel, target, times)
                    : new Wire(Words.of(target), channel, channel.socket(), channels);
        } catch (IOException e) {
            channels.close(channel);
            throw new ExchangeException(connectFailure(e, false, Words.of(target)));
        } catch (ExchangeException e) {
            channels.close(channel);
            throw e;
        }
    }

    private SocketChannel connect(Target target, PhaseTimes times) throws ExchangeException {
        long begun = System.nanoTime();
        try {
            InetAddress[] addresses = resolver.resolve(target.host(), deadline);
            for (int i = 0; ; i++) {
                Duration left = deadline.minusNanos(System.nanoTime() - begun);
                try {
                    return connect(target, new InetSocketAddress(addresses[i], target.port()), left);
                } catch (ExchangeException e) {
                    boolean otherAddressMayDo = e.failure().kind() == Failure.Kind.CONNECTION_REFUSED
                            || e.failure().kind() == Failure.Kind.CONNECT_FAILED;
                    if (i == addresses.length - 1 || !otherAddressMayDo) {
                        throw e;
                    }
                }
            }
        } finally {
            times.connected(begun);
        }
    }

    private SocketChannel connect(Target target, InetSocketAddress address, Duration left) throws ExchangeException {
        String where = Words.of(target);
        SocketChannel channel;
        try {
            channel = channels.open();
        } catch (IOException e) {
            throw new ExchangeException(connectFailure(e, false, where));
        }
        Watchdog.Watch watch = watchdog.watch(left, () -> channels.close(channel));
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(address);
            if (watch.stop()) {
                throw new ConnectException();
            }
            return channel;
        } catch (IOException e) {
            channels.close(channel);
            throw new ExchangeException(connectFailure(e, watch.stop(), where));
        } finally {
            watch.stop();
        }
    }

    private Failure connectFailure(IOException e, boolean late, String where) {
        Failure halted = channels.halted("connecting to " + where);
        if (halted != null) {
            return halted;
        }
        String detail = Words.detail(e);
        // The operating system gives up by itself after some minutes, with an exception of the same class.
        if (late || (e instanceof ConnectException && detail.contains("timed out"))) {
            return new Failure(
                    Failure.Kind.CONNECT_TIMEOUT, where + " took no connection within " + Words.of(deadline));
        }
        return e instanceof ConnectException
                ? new Failure(Failure.Kind.CONNECTION_REFUSED, where + " refused the connection")
                : new Failure(Failure.Kind.CONNECT_FAILED, "no connection to " + where + " could be made: " + detail);
    }
}
