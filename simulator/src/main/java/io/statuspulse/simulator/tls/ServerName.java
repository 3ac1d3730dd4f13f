package io.statuspulse.simulator.tls;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name that a hello asks for (RFC 6066, 3). */
public final class ServerName {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private ServerName() {}

    /** Returns the name to indicate; empty for an address, which is never indicated. */
    public static Optional<String> of(String host) {
        return isAddress(host) ? Optional.empty() : Optional.of(normal(host));
    }

    static boolean isAddress(String host) {
        return ADDRESS.matcher(host).matches();
    }

    /** Returns a name in lower case, without the dot that may end it. */
    static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
