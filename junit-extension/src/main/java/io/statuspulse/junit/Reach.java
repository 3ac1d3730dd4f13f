package io.statuspulse.junit;

import io.statuspulse.simulator.wire.Target;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Keeps a test from reaching a receiver out in the world by mistake. */
final class Reach {
    private Reach() {}

    /**
     * Checks that the endpoint is on this machine or in a private network; a host that is not known is nobody's.
     *
     * @throws IllegalArgumentException if it is not; the message says how to allow it
     */
    static void requireNear(Target target) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(target.host());
        } catch (UnknownHostException e) {
            return; // Opening the session says so.
        }
        Arrays.stream(addresses).filter(address -> !isNear(address)).findFirst().ifPresent(address -> {
            throw new IllegalArgumentException("URL: host '" + target.host() + "' (" + address.getHostAddress()
                    + ") is neither this machine nor in a private network, and the receiver there processes what it"
                    + " accepts as real; add .allowRemote() if that is meant");
        });
    }

    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || isUniqueLocal(address);
    }

    /** fc00::/7 (RFC 4193, 3.1), which the JDK does not count as site-local. */
    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }
}
