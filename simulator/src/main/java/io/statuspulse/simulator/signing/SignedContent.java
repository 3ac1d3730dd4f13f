package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;

/**
 * What the MAC covers, as a template over {@code {timestamp}} (the header's value) and {@code {body}} (the raw bytes).
 *
 * @param template the template; anything outside braces is taken as it is
 */
public record SignedContent(String template) {
    /** What StatusPulse signs (contract REQ-SIG-1). */
    public static final SignedContent TIMESTAMP_DOT_BODY = new SignedContent("{timestamp}.{body}");

    private static final String TIMESTAMP = "{timestamp}";
    private static final String BODY = "{body}";

    /** Fills the template; the timestamp's chars are bytes (ISO-8859-1), as header values are on the wire. */
    public Bytes fill(String timestamp, Bytes body) {
        Bytes content = Bytes.EMPTY;
        int at = 0;
        while (at < template.length()) {
            if (template.startsWith(TIMESTAMP, at)) {
                content = content.plus(Bytes.latin1(timestamp));
                at += TIMESTAMP.length();
            } else if (template.startsWith(BODY, at)) {
                content = content.plus(body);
                at += BODY.length();
            } else {
                int next = template.offsetByCodePoints(at, 1);
                content = content.plus(Bytes.utf8(template.substring(at, next)));
                at = next;
            }
        }
        return content;
    }

    @Override
    public String toString() {
        return template;
    }
}
