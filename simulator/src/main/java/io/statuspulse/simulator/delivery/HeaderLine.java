package io.statuspulse.simulator.delivery;

import java.util.Locale;

/**
 * One header line of a request, spelt as it goes onto the wire.
 *
 * @param name the name, in the spelling that is sent
 * @param value the value, one char for each byte (ISO-8859-1), without line end
 */
public record HeaderLine(String name, String value) {

    /** Returns whether this line has that name, whatever its case (RFC 9110, 5.1). */
    public boolean is(String otherName) {
        return name.toLowerCase(Locale.ROOT).equals(otherName.toLowerCase(Locale.ROOT));
    }
}
