package io.statuspulse.conformance.receiver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request's head as it was read off the wire.
 *
 * @param target in origin or absolute form (RFC 9112 section 3.2)
 * @param is11 whether it is HTTP/1.1; HTTP/1.0 otherwise
 */
record WireHead(String method, URI target, boolean is11, Headers headers) {

    private static final Pattern REQUEST_LINE = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) HTTP/1\\.([01])");

    static WireHead of(String requestLine, List<Headers.Line> lines) throws Malformed {
        Matcher parts = REQUEST_LINE.matcher(requestLine);
        if (!parts.matches()) {
            throw new Malformed("malformed request line");
        }
        return new WireHead(
                parts.group(1), target(parts.group(2)), parts.group(3).equals("1"), new Headers(lines));
    }

    boolean keepsAlive() {
        return is11
                && headers.values("Connection").stream()
                        .noneMatch(v -> v.toLowerCase(Locale.ROOT).contains("close"));
    }

    boolean expectsContinue() {
        return is11 && headers.values("Expect").stream().anyMatch(v -> v.equalsIgnoreCase("100-continue"));
    }

    Request request(ConcurrentMap<String, Object> connection) {
        String query = target.getRawQuery() == null ? "" : target.getRawQuery();
        String path = target.getPath() == null ? "" : target.getPath();
        return new Request(method, path, query, headers, new byte[0], Headers.NONE, "", connection);
    }

    private static URI target(String text) throws Malformed {
        try {
            // With a host before it, so that a path of two slashes is not taken for one.
            return new URI(text.startsWith("/") ? "http://host" + text : text);
        } catch (URISyntaxException e) {
            throw new Malformed("malformed request target");
        }
    }
}
