package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Printable;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a header line that the user adds to every delivery. */
final class ExtraHeader {
    /** RFC 9110, 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** A second one of these changes what is tested. */
    private static final Set<String> TAKEN = Set.of(
            "Host",
            "Connection",
            "Content-Length",
            "Content-Type",
            "Expect",
            "Transfer-Encoding",
            "X-StatusPulse-Signature",
            "X-StatusPulse-Timestamp");

    private ExtraHeader() {}

    static HeaderLine parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(0, colon);
        if (!TOKEN.matcher(name).matches()) {
            // The value may be a credential, so it is not repeated.
            throw usage("--header: '" + Printable.of(colon < 0 ? text.split("[ =]", 2)[0] : name)
                    + "' is no header name followed by a colon; expected 'Name: value'");
        }
        String value = text.substring(colon + 1).strip();
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw usage("--header: the value of " + name + " holds a control character");
        }
        HeaderLine line = new HeaderLine(name, Bytes.utf8(value).asLatin1());
        if (TAKEN.stream().anyMatch(line::is)) {
            throw usage("--header: " + name + " is set by the kit itself and cannot be added");
        }
        return line;
    }
}
