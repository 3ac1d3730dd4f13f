package io.statuspulse.cli;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps deliveries from going to a production system by mistake. */
final class HostGuard {
    /** RFC 4193: fc00::/7. */
    private static final int UNIQUE_LOCAL = 0xfc;

    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    private HostGuard() {}

    /**
     * Checks the host before anything is sent.
     *
     * @throws CliException if it is unknown, or neither loopback nor private and not allowed either
     */
    static void check(String host, Duration deadline, boolean allowRemote) {
        Optional<InetAddress> remote = Arrays.stream(resolve(host, deadline))
                .filter(address -> !isPrivate(address))
                .findFirst();
        if (remote.isPresent() && !allowRemote) {
            String address = remote.get().getHostAddress();
            throw CliException.usage("host '" + host + "'" + (address.equals(host) ? "" : " (" + address + ")")
                    + " is neither loopback nor in a private range, and what it accepts it processes as real events;"
                    + " if that is what you want, add --allow-remote");
        }
    }

    static boolean isPrivate(InetAddress address) {
        boolean uniqueLocal =
                address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return uniqueLocal
                || address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress();
    }

    private static InetAddress[] resolve(String host, Duration deadline) {
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        Thread lookup = new Thread(() -> {
            try {
                found.complete(InetAddress.getAllByName(host));
            } catch (UnknownHostException e) {
                found.completeExceptionally(e);
            }
        });
        lookup.setDaemon(true);
        lookup.start();
        try {
            return found.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw CliException.couldNotRun("host '" + host + "' is unknown: its name has no address", e);
        } catch (TimeoutException e) {
            throw CliException.couldNotRun(
                    "host '" + host + "': no address was found within " + deadline.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CliException.couldNotRun("interrupted while looking up host '" + host + "'", e);
        }
    }
}
