package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.delivery.Printable;
import java.net.URI;
import java.util.Locale;

/**
 * The endpoint that deliveries go to, checked once.
 *
 * @param uri the endpoint; absolute, http or https, with a host, without user info and fragment; what is not ASCII in it
 *     is percent-encoded as UTF-8
 */
public record Target(URI uri) {

    /**
     * Checks the endpoint.
     *
     * @throws IllegalArgumentException if the URI is not an endpoint; the message names it and says what would be right
     */
    public Target {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw wrong(uri, "has no http or https scheme");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw wrong(uri, "has no host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("URL: a user part before the host is not supported (host "
                    + uri.getHost() + "); send credentials with a header instead");
        }
        if (uri.getRawFragment() != null) {
            throw wrong(uri, "has a fragment, which is never sent");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            throw wrong(uri, "has port " + uri.getPort() + ", which is out of range [1, 65535]");
        }
        // A request target is ASCII (RFC 3986, 2.1); anything else would go onto the wire as a question mark.
        uri = URI.create(uri.toASCIIString());
    }

    /**
     * Reads an endpoint from text.
     *
     * @throws IllegalArgumentException as the constructor does, or if the text is no URI
     */
    public static Target of(String url) {
        try {
            return new Target(new URI(url));
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(
                    "URL: '" + Printable.decoded(url) + "' is not a URL (" + e.getReason() + "); expected e.g. "
                            + EXAMPLE,
                    e);
        }
    }

    private static final String EXAMPLE = "https://example.com/webhook/statuspulse";

    private static IllegalArgumentException wrong(URI uri, String why) {
        return new IllegalArgumentException(
                "URL: '" + Printable.decoded(uri.toString()) + "' " + why + "; expected e.g. " + EXAMPLE);
    }

    public boolean secure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** The host as a socket takes it: an IPv6 address without its brackets. */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        return uri.getPort() > 0 ? uri.getPort() : secure() ? 443 : 80;
    }

    /** The request target in origin form (RFC 9112, 3.2.1). */
    public String path() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** The value of the Host header: the port is named unless it is the scheme's own (RFC 9110, 7.2). */
    public String hostHeader() {
        boolean ownPort = port() == (secure() ? 443 : 80);
        return ownPort ? uri.getHost() : uri.getHost() + ":" + port();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
