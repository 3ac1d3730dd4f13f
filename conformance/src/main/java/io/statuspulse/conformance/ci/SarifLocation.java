package io.statuspulse.conformance.ci;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Where a receiver's failures are shown. A run sees a URL and no source; code scanning wants a file.
 *
 * @param uri a relative reference (RFC 3986, 4.2)
 * @param receiver the receiver's URL, or what it is where it was called within a process
 */
record SarifLocation(String uri, String receiver) {
    private static final String UNRESERVED = "-._~!$&'()*+,;=@/";
    private static final String NAMELESS = "receiver";

    static SarifLocation of(String target, Optional<String> source) {
        return new SarifLocation(
                encoded(source.map(SarifLocation::relative)
                        .filter(path -> !path.isEmpty())
                        .orElseGet(() -> path(target))),
                target);
    }

    private static String relative(String path) {
        String forward = path.replace('\\', '/');
        String plain = forward.startsWith("./") ? forward.substring(2) : forward;
        return plain.replaceFirst("^/+", "");
    }

    /** The path of the URL: it stays the same while host and port do not. */
    private static String path(String target) {
        try {
            String path = target.matches("(?i)https?://.*") ? URI.create(target).getPath() : "";
            String plain = path == null ? "" : relative(path);
            return plain.isEmpty() ? NAMELESS : plain;
        } catch (IllegalArgumentException e) {
            return NAMELESS;
        }
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || UNRESERVED.indexOf(c) >= 0;
            uri.append(plain ? String.valueOf(c) : "%" + hex(c >> 4) + hex(c & 0xf));
        }
        return uri.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri);
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", 1);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("fullyQualifiedName", receiver);
        json.writeStringProperty("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }
}
