package io.statuspulse.simulator.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Looks host names up, in threads of its own: a look-up can neither be bounded nor interrupted. */
final class Resolver implements AutoCloseable {
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    /** A look-up that may block, such as {@link InetAddress#getAllByName(String)}. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final OpenChannels channels;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "statuspulse-host-names");
        thread.setDaemon(true);
        return thread;
    });

    Resolver(Lookup lookup, OpenChannels channels) {
        this.lookup = lookup;
        this.channels = channels;
    }

    /** Returns the host's addresses, at least one, in the order in which they are to be tried. */
    InetAddress[] resolve(String host, Duration deadline) throws ExchangeException {
        try {
            if (host.indexOf(':') >= 0 || IPV4.matcher(host).matches()) {
                return lookup.all(host);
            }
            Future<InetAddress[]> found = threads.submit(() -> lookup.all(host));
            try {
                return found.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                found.cancel(true);
            }
        } catch (UnknownHostException | ExecutionException e) {
            throw new ExchangeException(Failure.Kind.UNKNOWN_HOST, "'" + host + "' is not a known host");
        } catch (TimeoutException e) {
            throw new ExchangeException(
                    Failure.Kind.CONNECT_TIMEOUT,
                    "the address of '" + host + "' was not found within " + Words.of(deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw halted(host, e);
        } catch (RejectedExecutionException e) {
            throw halted(host, e);
        }
    }

    private ExchangeException halted(String host, Exception cause) {
        Failure halted = channels.halted("looking up '" + host + "'");
        if (halted == null) {
            throw new IllegalStateException("looking up '" + host + "' ended for no reason", cause);
        }
        return new ExchangeException(halted);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
